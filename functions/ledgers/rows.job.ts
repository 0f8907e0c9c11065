import { stretchesWithin } from '../hierarchy/index'
import { dayInChina, now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { joinPosition, splitPosition } from '../platform/table/page'
import { readLedger } from './ledger.store'
import { type RegisterKind, registeredIn } from './register.store'
import { readList, rowsTurningOn, wholeList } from './row.store'
import { keepRows } from './rows'

/** Brings all rows of a ledger to its edition. */
export const rowsJob = 'ledgers.rows'
/** Looks again at the rows that time alone has changed. */
export const turningJob = 'ledgers.turning'

const perStep = 25

interface Stand {
  /** `in`: whoever is registered in its places; `out`: whoever still stands in it as it was before. */
  readonly phase: 'in' | 'out'
  readonly at?: string
  readonly done: number
}

/** One step: a few entities of one stretch. Done again it changes nothing. */
export const rowsStep: JobStep = async ({ cursor, input }) => {
  const stand: Stand = cursor === undefined ? { phase: 'in', done: 0 } : JSON.parse(cursor)
  const ledger = await readLedger(input.ledger ?? '')
  // Changed again meanwhile: the job of that edition does it all.
  if (ledger === undefined || String(ledger.edition) !== input.edition)
    return over(stand, '台账又有了新的更改，由新的更改继续整理')
  const stretches = await stretchesWithin(ledger.within)
  const { part, from } = splitPosition(stand.at)
  const stretch = stretches[part]
  if (stretch === undefined) {
    if (stand.phase === 'out') return over(stand, `整理完成，共 ${stand.done} 条`)
    return going({ phase: 'out', done: stand.done })
  }
  const { partition, path } = stretch
  const page =
    stand.phase === 'in'
      ? await registeredIn(partition, path, from, perStep, ledger.content.kind as RegisterKind) // places are listed by the hierarchy
      : await readList({ ledger: ledger.id, list: wholeList }, partition, path, from, perStep)
  for (const { id } of page.items) await keepRows(id)
  const at = page.next === undefined ? joinPosition(part + 1) : joinPosition(part, page.next)
  return going({ ...stand, at, done: stand.done + (stand.phase === 'in' ? page.items.length : 0) })
}

/** One step: a page of the rows that turn on a day. */
export const turningStep: JobStep = async ({ cursor, input, done }) => {
  const day = input.day ?? dayInChina(now())
  const page = await rowsTurningOn(day, cursor)
  for (const id of page.items) await keepRows(id)
  const next = done + page.items.length
  return {
    ...(page.next === undefined ? {} : { cursor: page.next }),
    done: next,
    total: next,
    finished: page.next === undefined,
    message: `已复查 ${next} 条到期的台账资料`,
  }
}

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: stand.done,
  finished: false,
  message: `正在整理，已完成 ${stand.done} 条`,
})
const over = ({ done }: Stand, message: string) => ({ done, total: done, finished: true, message })
