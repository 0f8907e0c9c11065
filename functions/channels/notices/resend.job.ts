import type { PlacePath } from '@zmht/shared/geo'
import { urgencies } from '@zmht/shared/rules'
import { accountOf, contactOf } from '../../permissions/index'
import { chinaTime, dayInChina, now } from '../../platform/clock'
import type { JobStep } from '../../platform/jobs'
import { trySubscribeMessage } from '../../platform/outside/wechat'
import type { Notice } from './domain/notice'
import { backOffSeconds, dailyQuota, inOneStep, sayOutcome, secondsBetween } from './domain/resend'
import { readNotice } from './notice.store'
import { readReceipts } from './receipt.store'
import {
  beginTelling,
  endTelling,
  type PartKey,
  readRun,
  saveRun,
  type ToldOutcome,
  takeQuota,
  type UnreadRow,
  unreadParts,
} from './run.store'

/** Sends a WeChat message to those of a list who have not read it. */
export const resendJob = 'channels.notice-resend'

interface Stand {
  /** The part before the one it is at, and how many of that one are done. */
  readonly after?: PartKey
  readonly row: number
  readonly done: number
  readonly counts: Readonly<Record<string, number>>
  /** How many times in a row the provider was busy. */
  readonly busy: number
}

const everywhere = '' as PlacePath // every path begins with it

/**
 * One step: some of a list. Whoever was marked is not sent to again, whatever became of the step: a message that may have gone out is never sent twice. Where the provider is
 * busy the rest waits, longer each time.
 */
export const resendStep: JobStep = async ({ cursor, input, id }) => {
  const notice = await readNotice(input.notice ?? '')
  const stand: Stand = cursor === undefined ? { row: 0, done: 0, counts: {}, busy: 0 } : JSON.parse(cursor)
  if (notice?.state !== 'published' || notice.expires <= now())
    return over(stand, notice, id, '通知已经不在发布中，没有继续发送；')
  const [part] = await unreadParts(input.unread ?? '', everywhere, stand.after, 1)
  if (part === undefined) return over(stand, notice, id, '')
  const rows = part.rows.slice(stand.row, stand.row + inOneStep)
  const quota = await takeQuota(dayInChina(now()), rows.length, dailyQuota)
  if (quota === 0) return waiting(stand, input, 900, '今天的微信消息条数用完了，明天继续')
  const taken = rows.slice(0, quota)
  const receipts = await readReceipts(taken.map(({ p }) => ({ receiver: p, noticeId: notice.id })))
  const counts: Record<string, number> = { ...stand.counts }
  let done = 0
  let isBusy = false
  for (const one of taken) {
    const isRead = receipts.of(one.p, notice.id) !== undefined
    const outcome = isRead ? 'read' : await tell(notice, id, one)
    if (outcome === 'waiting') {
      isBusy = true
      break
    }
    counts[outcome] = (counts[outcome] ?? 0) + 1
    done += 1
  }
  const row = stand.row + done
  const isPartDone = row >= part.rows.length
  const next: Stand = {
    ...(isPartDone
      ? { after: { path: part.path, part: part.part } }
      : stand.after === undefined
        ? {}
        : { after: stand.after }),
    row: isPartDone ? 0 : row,
    done: stand.done + done,
    counts,
    busy: isBusy ? stand.busy + 1 : 0,
  }
  return isBusy
    ? waiting(next, input, backOffSeconds(next.busy), '微信正忙，稍后接着发')
    : waiting(next, input, secondsBetween, sayOutcome(counts))
}

/** Tells one person, once. */
async function tell(notice: Notice, run: string, { p: person, a }: UnreadRow): Promise<ToldOutcome | 'no-account'> {
  if (!a) return 'no-account'
  const told = { run, person }
  const before = await beginTelling(told, now())
  // Marked by a step that ended in between: it may have gone out.
  if (before !== undefined) return before === 'sending' ? 'unknown' : before
  const outcome = await send(notice, accountOf(person))
  await endTelling(told, outcome, now())
  return outcome
}

async function send({ id, title, urgency, by }: Notice, account: string): Promise<ToldOutcome> {
  const openId = (await contactOf(account))?.openId
  if (openId === undefined) return 'no-wechat'
  const { outcome } = await trySubscribeMessage('resident', {
    openId,
    page: `pages/notice/index?id=${id}`,
    data: {
      thing1: title.slice(0, 20),
      phrase2: `${urgencies[urgency]}通知`,
      date3: chinaTime(by.at),
      thing4: '还没有读，点击查看',
    },
  })
  return outcome === 'busy' ? 'waiting' : outcome
}

type Outcome = Awaited<ReturnType<JobStep>>

const waiting = (
  stand: Stand,
  input: Readonly<Record<string, string>>,
  waitSeconds: number,
  message: string,
): Outcome => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: Number(input.total ?? 0),
  finished: false,
  waitSeconds,
  message,
})

async function over(stand: Stand, notice: Notice | undefined, id: string, why: string): Promise<Outcome> {
  const run = notice === undefined ? undefined : await readRun(notice.id, id)
  if (run !== undefined) await saveRun({ ...run, counts: stand.counts })
  return { done: stand.done, total: stand.done, finished: true, message: `${why}${sayOutcome(stand.counts)}` }
}
