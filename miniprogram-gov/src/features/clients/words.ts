/** How long a token is good for, in minutes; the server says it in seconds with each token. */
export const tokenMinutes = 10

/** Where the interface stands. On h5 it is beside the application, on weapp the address is whole already. */
export function interfaceAddress(apiUrl: string, origin: string): string {
  return apiUrl.startsWith('http') ? apiUrl : `${origin}${apiUrl}`
}

/** 「北京市」「朝阳区、海淀区」 */
export const placesWords = (places: readonly string[]): string => places.join('、') || '没有地点'

/** What a system may ask, and what comes of it, before it is let in. */
export const letInWords = (places: readonly string[]): string =>
  `登记以后您会拿到一个密钥，交给对方的工程师。它就可以来问：${placesWords(places)}里，哪位工作人员可以做什么。它只问得到能不能做、依据哪条规则，看不到居民资料，也改不了任何权限。`

/** What a new secret does; for a system that was ended it is let in again. */
export function renewalWords(name: string, ended: boolean): string {
  const places = '它能问的地点，按您现在管理的地点重新定。'
  return ended
    ? `“${name}”会拿到新的密钥，又可以来问；以前的密钥仍然无效。${places}`
    : `原来的密钥立即作废，“${name}”换上新密钥之前领不到令牌；已经领到的令牌最多还能用 ${tokenMinutes} 分钟。${places}`
}

export const endingWords = (name: string): string =>
  `“${name}”从下一次请求起什么都问不到，领到的令牌也一起失效。靠它判断权限的业务会停下来，请先和对方说好。记录会留下，以后可以重新接入。`

/** Asks for a token as an engineer would try it at a terminal. */
export const tokenExample = (address: string, clientId = '系统编号'): string =>
  [
    `curl -X POST ${address}/access/v1/token \\`,
    "  -d 'grant_type=client_credentials' \\",
    `  -d 'client_id=${clientId}' \\`,
    "  -d 'client_secret=密钥'",
  ].join('\n')

/** Asks whether an official may look at the ledger of a place. */
export function evaluationExample(address: string, officialId: string, place: string): string {
  const question = {
    subject: { type: 'official', id: officialId },
    action: { name: 'ledger.read' },
    resource: { type: 'place', id: place },
  }
  return [
    `curl -X POST ${address}/access/v1/evaluation \\`,
    "  -H 'Authorization: Bearer 令牌' \\",
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(question)}'`,
  ].join('\n')
}

/** Everything that may be asked besides, by path. */
export const otherQuestions: readonly { readonly path: string; readonly means: string }[] = [
  { path: '/access/v1/evaluations', means: '一次问很多问，最多 200 问' },
  { path: '/access/v1/search/subject', means: '谁可以对它这样做' },
  { path: '/access/v1/search/resource', means: '这个人可以对哪些单位、地点、服务这样做' },
  { path: '/access/v1/search/action', means: '这个人可以对它做什么' },
]
