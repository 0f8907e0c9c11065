/** The wiring of an application 联动 as words: what may set it off, and what it may do. */

export const mostApplicationParts = 12
export const mostWires = 20
export const mostActions = 5
/** So many times in a row something may follow from what followed: beyond it a wire stops and says so. */
export const mostHops = 8
/** So many times within an hour the wiring may touch one thing, whatever set it off. */
export const mostTouches = 40

/** When a request of a service sets something off. */
export const serviceMoments = [
  'submitted',
  'placed',
  'waitlisted',
  'confirmed',
  'closed',
  'declined',
  'withdrawn',
  'overdue',
  'errand-done',
  'errand-back',
] as const
export type ServiceMoment = (typeof serviceMoments)[number]
/** Those there are only where a time is booked. */
export const bookingMoments: readonly ServiceMoment[] = ['placed', 'waitlisted']
export const serviceMomentNames: Readonly<Record<ServiceMoment, string>> = {
  submitted: '有人申请',
  placed: '约上了（候补补上也算）',
  waitlisted: '满了，进了候补',
  confirmed: '申请被确认',
  closed: '办结',
  declined: '没有办成',
  withdrawn: '居民撤回',
  overdue: '超期',
  'errand-done': '交办的事办好了',
  'errand-back': '交办的事没有办成',
}

export const itemMomentNames = { done: '办完一项', unable: '有一项办不了' } as const
export const rowMomentNames = { added: '新进来一个', removed: '有一个离开' } as const

/** The steps of a request that may follow by themselves: each is one the official whose application it is could take. */
export const wireSteps = ['claim', 'confirm', 'close', 'decline'] as const
export type WireStep = (typeof wireSteps)[number]
export const wireStepNames: Readonly<Record<WireStep, string>> = {
  claim: '接手办理',
  confirm: '确认申请',
  close: '办结并答复',
  decline: '答复不能办理',
}

/** How far around where it happened a notice goes. */
export const noticePlaces = ['here', 'building', 'compound', 'community'] as const
export type NoticePlace = (typeof noticePlaces)[number]
export const noticePlaceNames: Readonly<Record<NoticePlace, string>> = {
  here: '只有这一户或这一处',
  building: '整栋楼',
  compound: '整个小区',
  community: '整个社区',
}

/** What became of a run of a wire. */
export const runStates = ['waiting', 'done', 'failed', 'stopped'] as const
export type RunState = (typeof runStates)[number]
export const runStateNames: Readonly<Record<RunState, string>> = {
  waiting: '正在办',
  done: '办好了',
  failed: '没有办成',
  stopped: '因为循环停下',
}

/** The life of an application. */
export const applicationStates = ['draft', 'opening', 'open', 'asking', 'stuck', 'retiring', 'retired'] as const
export type ApplicationState = (typeof applicationStates)[number]
export const applicationStateNames: Readonly<Record<ApplicationState, string>> = {
  draft: '还没有开通',
  opening: '正在开通',
  open: '使用中',
  asking: '等单位同意',
  stuck: '没有全部开通',
  retiring: '正在停用',
  retired: '已停用',
}

/** It stopped before all of it was open: what is ready stays, and it goes on from there. */
export const isHalfOpen = (state: ApplicationState): boolean => state === 'asking' || state === 'stuck'

export const applicationActions = ['open', 'keep', 'roll-back', 'retire'] as const
export type ApplicationAction = (typeof applicationActions)[number]

export interface ApplicationTransition {
  readonly from: readonly ApplicationState[]
  readonly label: string
  /** What follows, said before it is done. */
  readonly consequence: string
}

export const applicationTransitions = {
  open: {
    from: ['draft', 'open', 'asking', 'stuck', 'retired'],
    label: '开通',
    consequence: '选定范围里的居民和工作人员马上就能用。',
  },
  keep: {
    from: ['open'],
    label: '记为新版本',
    consequence: '把服务、任务、台账现在的样子记成一个版本，以后可以回到这里。',
  },
  'roll-back': {
    from: ['open', 'asking', 'stuck'],
    label: '回到这个版本',
    consequence: '服务、台账和联动回到那时的样子；已经收到的申请和资料都还在。',
  },
  retire: {
    from: ['open', 'asking', 'stuck'],
    label: '停用',
    consequence: '居民和工作人员不再看到入口，联动停止；已有的申请、任务和台账资料都保留。',
  },
} as const satisfies Record<ApplicationAction, ApplicationTransition>

/** @returns what can be done to an application, in the order shown */
export const possibleApplicationActions = (state: ApplicationState): readonly ApplicationAction[] =>
  applicationActions.filter((action) => {
    const { from }: ApplicationTransition = applicationTransitions[action]
    return from.includes(state)
  })
