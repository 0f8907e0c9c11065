/** A service that lives elsewhere, in the same lists as our own: where it is, and what of a resident's goes with them. */

export const linkKinds = ['page', 'mini-program', 'endpoint'] as const
export type LinkKind = (typeof linkKinds)[number]
export const linkKindNames: Readonly<Record<LinkKind, string>> = {
  page: '网页',
  'mini-program': '小程序',
  endpoint: '外部系统（我们的表单）',
}

/** What of a resident's own may be passed on, by the attribute of the knowledge system it is, and where they live. */
export const passedKeys = ['person.name', 'person.mobile', 'person.birthDate', 'person.sex', 'community'] as const
export type PassedKey = (typeof passedKeys)[number]
export const passedNames: Readonly<Record<PassedKey, string>> = {
  'person.name': '姓名',
  'person.mobile': '手机号',
  'person.birthDate': '出生日期',
  'person.sex': '性别',
  community: '所在社区',
}

/** One thing that is asked for, and what for. */
export interface Passed {
  readonly key: PassedKey
  readonly purpose: string
}

interface Elsewhere {
  /** Whose it is, as residents read it. */
  readonly name: string
}
export type Link =
  | (Elsewhere & { readonly kind: 'page'; readonly url: string; readonly passes?: readonly Passed[] })
  | (Elsewhere & {
      readonly kind: 'mini-program'
      readonly appId: string
      readonly path: string
      readonly passes?: readonly Passed[]
    })
  | (Elsewhere & { readonly kind: 'endpoint'; readonly url: string })

/** Within so many working days a receiver says that it took a request; else it falls to the service's organisation. */
export const takenWithinDays = 1

/** Without what a browser alone has: the mini-programs ask it too. */
const address = /^https?:\/\/([^\s/?#@:]+)(:\d{1,5})?(?:[/?][^\s#]*)?$/

/** @returns the name of the machine an address leads to */
export const hostIn = (url: string): string => address.exec(url)?.[1] ?? ''

/** Where it leads, in a word a resident can check. */
export function leadsTo(link: Link): string {
  if (link.kind === 'mini-program') return `微信小程序「${link.name}」`
  return link.kind === 'page' ? `${link.name}的网页（${hostIn(link.url)}）` : link.name
}

/** @returns what keeps a link from being published, as far as its words tell */
export function linkProblems(link: Link | undefined, asks: readonly { readonly kind: string }[]): readonly string[] {
  if (link === undefined) return []
  const problems: string[] = []
  if (link.name.trim() === '') problems.push('请填写这项服务是谁家的，居民会看到')
  if (link.kind === 'mini-program') {
    if (!/^wx[0-9a-f]{16}$/.test(link.appId)) problems.push('小程序 AppID 是 wx 开头的 18 位字母和数字，请向对方要')
    if (!/^[\w\-./]*(?:\?[^\s#]*)?$/.test(link.path)) problems.push('页面路径里不能有空格和中文，不填就打开首页')
  } else if (!address.test(link.url)) problems.push('网址应完整，以 https:// 开头，没有空格和 # 后面的部分')
  if (link.kind === 'endpoint') {
    if (asks.some(({ kind }) => kind === 'photo' || kind === 'file' || kind === 'signature'))
      problems.push('外部系统还收不了照片、文件和签名，请从表单里去掉这几项')
  } else {
    const passes = link.passes ?? []
    if (passes.some(({ purpose }) => purpose.trim() === '')) problems.push('要带过去的每一项都要写明用来做什么')
    if (new Set(passes.map(({ key }) => key)).size < passes.length) problems.push('同一项资料只能带一次')
  }
  return problems
}

/** Whether what is submitted is taken here: a page or a mini-program takes it itself. */
export const isOpened = (link: Pick<Link, 'kind'> | undefined): boolean =>
  link !== undefined && link.kind !== 'endpoint'

/** The consent to pass something on is of exactly this: where it goes, and what for. */
export function consentedTo(link: Link): string {
  const where = link.kind === 'mini-program' ? link.appId : hostIn(link.url)
  const passes = link.kind === 'endpoint' ? [] : (link.passes ?? [])
  return JSON.stringify([where, ...passes.map(({ key, purpose }) => [key, purpose])])
}

/** What a receiver says of a request it was given. */
export const answerStates = ['taken', 'moved', 'asked', 'answered', 'declined', 'returned'] as const
export type AnswerState = (typeof answerStates)[number]
