import type { AuditEntryReply } from '@zmht/shared/contract'
import { type Action, actionNames, actions, resourceKinds } from '@zmht/shared/permission'
import type { Tone } from '@zmht/shared/ui'

export const outcomeNames: Readonly<Record<AuditEntryReply['outcome'], string>> = {
  done: '已办',
  seen: '看了',
  refused: '被拒绝',
}
export const outcomeTones: Readonly<Record<AuditEntryReply['outcome'], Tone>> = {
  done: 'quiet',
  seen: 'accent',
  refused: 'amber',
}

/** What an entry may be about: the kinds of resources that are decided on, and what is written down. */
const things: Readonly<Record<string, string>> = {
  ...resourceKinds,
  any: '全局设置',
  entity: '台账资料',
  relation: '台账里的关系',
  charge: '代办关系',
  operation: '区划调整',
  supervision: '行业主管',
  organisation: '单位',
  post: '岗位',
  official: '工作人员',
  personnelOperation: '人事变动',
  handoverRules: '交接规则',
  cataloguePost: '岗位目录',
  client: '其他系统',
  standing: '账号状态',
}
const changes: Readonly<Record<string, string>> = { added: '新增', changed: '更改', removed: '移除' }

const thingOf = (kind: string): string => things[kind] ?? '其他内容'

/** What was done, looked at or tried: 「查看台账」「更改权限规则」. */
export function actWords(action: string): string {
  const named = actions.find((one) => one === action)
  if (named !== undefined) return actionNames[named]
  const [kind = '', change = ''] = action.split('.')
  return `${changes[change] ?? '办理'}${thingOf(kind)}`
}

export interface About {
  readonly kind: string
  /** What it was, in words. */
  readonly name: string
  /** Empty where no single one was meant, as with a list. */
  readonly id: string
}

/** What an entry is about, from its kind and id. */
export function aboutOf({ subject }: Pick<AuditEntryReply, 'subject'>): About {
  const at = subject.indexOf('/')
  const kind = at < 0 ? subject : subject.slice(0, at)
  return { kind, name: thingOf(kind), id: at < 0 ? '' : subject.slice(at + 1) }
}

/** Which page shows a subject, by its name among the pages, and what that needs. */
const shownOn = {
  place: { page: 'place', needs: 'hierarchy.read' },
  duty: { page: 'place', needs: 'hierarchy.read' },
  organisation: { page: 'organisation', needs: 'directory.read' },
  handoverRules: { page: 'organisation', needs: 'directory.read' },
  official: { page: 'official', needs: 'directory.read' },
  grant: { page: 'grant', needs: 'permission.read' },
  entity: { page: 'entity', needs: 'ledger.read' },
  relation: { page: 'entity', needs: 'ledger.read' },
  channel: { page: 'channel', needs: 'channel.read' },
  request: { page: 'request', needs: 'request.read' },
} as const satisfies Readonly<Record<string, { readonly page: string; readonly needs: Action }>>
const shown: ReadonlyMap<string, { readonly page: SubjectPage; readonly needs: Action }> = new Map(
  Object.entries(shownOn),
)
export type SubjectPage = (typeof shownOn)[keyof typeof shownOn]['page']

/** @returns the page that shows what an entry is about; none for whoever may not see it: they would be refused, and that noted too */
export function pageOf({ kind, id }: About, allowed: readonly Action[]): SubjectPage | undefined {
  const known = shown.get(kind)
  return id === '' || known === undefined || !allowed.includes(known.needs) ? undefined : known.page
}

/** The names of what was seen; what the knowledge system does not know is a question of one service alone. */
export function attributeWords(codes: readonly string[], nameOf: (code: string) => string | undefined): string {
  return [...new Set(codes.map((code) => nameOf(code) ?? '服务自己的一项内容'))].join('、')
}
