/** Messages a deployment's re-sends take of WeChat in a day: what is left is for what people asked to be told. */
export const dailyQuota = 50_000
/** Messages of one step, and the seconds between two: some fifty a second at most. */
export const inOneStep = 50
export const secondsBetween = 1
/** A message may wait for so long at most (SQS). */
const longestWait = 900

/** How long to leave the provider alone after it was busy so many times in a row. */
export const backOffSeconds = (times: number): number => Math.min(longestWait, 30 * 2 ** Math.max(0, times - 1))

/** What is told of a re-send when it is over. */
export function sayOutcome(counts: Readonly<Record<string, number>>): string {
  const { sent = 0 } = counts
  const reasons = Object.entries(failureWords).flatMap(([reason, words]) => {
    const many = counts[reason] ?? 0
    return many === 0 ? [] : [`${many} 人${words}`]
  })
  return [`已发出 ${sent} 条`, ...reasons].join('，')
}

/** Why somebody was not sent a message, as people read it. */
export const failureWords: Readonly<Record<string, string>> = {
  read: '这期间已经读了',
  'no-account': '没有账号，发不到',
  'no-wechat': '没有用微信登录，发不到',
  refused: '没有同意接收微信消息',
  failed: '微信没有接收',
  unknown: '微信没有回话，不知道收到没有',
}
