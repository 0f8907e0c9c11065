import { createHash } from 'node:crypto'
import { auditOfDay, lastSeal, readSeal, saveSeal } from './audit.store'
import { dayInChina, later, now } from './clock'
import type { Job } from './job.store'
import { type JobStep, startJob } from './jobs'

/** Seals a day of the audit; and reads a sealed day again, to see that nothing in it was changed. */
export const sealJob = 'seal-audit'
export const verifyJob = 'verify-audit'

/** Nothing of a day is kept any more after it is over for so long. */
const marginMillis = 30 * 60_000
const dayMillis = 24 * 3600_000
const entriesAtOnce = 500

const digestOf = (before: string, text: string): string =>
  createHash('sha256').update(before).update('\n').update(text).digest('base64url')

const dayAfter = (day: string): string => dayInChina(later(`${day}T12:00:00.000Z`, dayMillis))

/** Every minute: starts the sealing of the next day that is over. @returns the day, when one is to be sealed */
export async function sealNextDay(): Promise<string | undefined> {
  const over = dayInChina(later(now(), -marginMillis - dayMillis))
  const last = await lastSeal()
  const day = last === undefined ? over : dayAfter(last.day)
  if (day > over) return undefined
  await startJob({ id: `j-seal-${day}`, kind: sealJob, input: { day }, by: 'system', message: '' })
  return day
}

interface Cursor {
  readonly from?: string
  readonly digest: string
  readonly count: number
}

/** Reads on in a day. The digest of each entry rests on all before it. */
async function readOn(job: Job): Promise<{ readonly cursor: Cursor; readonly finished: boolean }> {
  const day = job.input.day ?? ''
  const before: Cursor = job.cursor === undefined ? { digest: day, count: 0 } : JSON.parse(job.cursor)
  const { items, next } = await auditOfDay(day, before.from, entriesAtOnce)
  const digest = items.reduce(
    (so, { at, id, action, subject, actor, outcome, purpose, attributes }) =>
      digestOf(so, JSON.stringify([at, id, action, subject, actor, outcome, purpose ?? '', attributes ?? []])),
    before.digest,
  )
  return {
    cursor: { digest, count: before.count + items.length, ...(next === undefined ? {} : { from: next }) },
    finished: next === undefined,
  }
}

export const sealStep: JobStep = async (job) => {
  const { cursor, finished } = await readOn(job)
  const day = job.input.day ?? ''
  if (finished) {
    const before = await lastSeal()
    if (before === undefined || before.day < day) {
      const { digest, count } = cursor
      await saveSeal({ day, count, digest, chain: digestOf(before?.chain ?? '', digest), sealedAt: now() })
    }
  }
  return { ...progress(cursor, finished), message: finished ? `${day} 的 ${cursor.count} 条记录已封存` : '' }
}

/** Says whether a sealed day is still what it was, and hangs on the day before. */
export const verifyStep: JobStep = async (job) => {
  const { cursor, finished } = await readOn(job)
  if (!finished) return { ...progress(cursor, false), message: '' }
  const day = job.input.day ?? ''
  const seal = await readSeal(day)
  const before = await readSeal(dayInChina(later(`${day}T12:00:00.000Z`, -dayMillis)))
  const isWhole = seal !== undefined && seal.digest === cursor.digest && seal.count === cursor.count
  const hangsTogether = seal !== undefined && seal.chain === digestOf(before?.chain ?? '', seal.digest)
  const message =
    seal === undefined
      ? '这一天还没有封存'
      : isWhole && hangsTogether
        ? `核对一致：${cursor.count} 条记录没有被改动`
        : `核对不一致：封存时 ${seal.count} 条，现在 ${cursor.count} 条，请立即查明`
  return {
    ...progress(cursor, true),
    message,
    ...(isWhole && hangsTogether ? {} : { problems: [{ row: 0, message }] }),
  }
}

const progress = (cursor: Cursor, finished: boolean) => ({
  ...(finished ? {} : { cursor: JSON.stringify(cursor) }),
  done: cursor.count,
  total: cursor.count,
  finished,
})
