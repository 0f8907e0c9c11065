/** Words and shapes of the directory 通讯录 that the contract, the server and the screens share. */

export const organisationKinds = {
  government: '政府部门',
  committee: '居（村）民委员会',
  institution: '事业单位',
  enterprise: '企业',
  society: '社会组织',
} as const
export type OrganisationKind = keyof typeof organisationKinds
export const organisationKindCodes = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]] // the keys of the very object the type is of

/** Ranks 职级 of posts, the highest first. */
export const ranks = {
  city: '市级',
  district: '区级',
  subdistrict: '街道级',
  community: '社区级',
  worker: '一线人员',
} as const
export type Rank = keyof typeof ranks
export const rankCodes = Object.keys(ranks) as [Rank, ...Rank[]] // the keys of the very object the type is of

/** How somebody holds a post: as its holder, or standing in for one 代理. */
export const holdingKinds = { holder: '任职', acting: '代理' } as const
export type HoldingKind = keyof typeof holdingKinds
export const holdingKindCodes = Object.keys(holdingKinds) as [HoldingKind, ...HoldingKind[]] // the keys of the very object the type is of

/** A day in China, `YYYY-MM-DD`. */
export type Day = string

/** Somebody on a post, dated. */
export interface Holding {
  readonly post: string
  readonly as: HoldingKind
  readonly from: Day
  /** The first day on which it is no more; absent: until further notice. */
  readonly until?: Day
  /** Whom the acting holder stands in for. */
  readonly standsInFor?: string
}

export interface Absence {
  readonly from: Day
  /** The first day back. */
  readonly until: Day
}

/** What happens to work 交接规则: who has the open work of a post afterwards. */
export const handovers = {
  successor: '交给接任的人，没有接任的人时退回待领取',
  substitute: '交给代理的人，没有代理的人时退回待领取',
  superior: '交给上级单位同类岗位，没有时退回待领取',
  queue: '退回待领取，由同单位的人领取',
  stays: '仍由本人办理',
} as const
export type Handover = keyof typeof handovers
export const handoverCodes = Object.keys(handovers) as [Handover, ...Handover[]] // the keys of the very object the type is of

/** For which events an organisation says who takes over. */
export const handoverEvents = { transfer: '调动或离任', leave: '休假', merger: '单位合并' } as const
export type HandoverEvent = keyof typeof handoverEvents
export type HandoverRules = Readonly<Record<HandoverEvent, Handover>>

/** What holds where neither the organisation nor one above it says otherwise. */
export const defaultHandoverRules: HandoverRules = { transfer: 'successor', leave: 'substitute', merger: 'successor' }

const dayIn = (day: Day, from: Day, until: Day | undefined): boolean =>
  from <= day && (until === undefined || day < until)

export const isHeldOn = ({ from, until }: Pick<Holding, 'from' | 'until'>, day: Day): boolean => dayIn(day, from, until)
export const isAwayOn = (absences: readonly Absence[], day: Day): boolean =>
  absences.some(({ from, until }) => dayIn(day, from, until))
