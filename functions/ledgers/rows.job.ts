import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { placesOfLevel, stretchesWithin } from '../hierarchy/index'
import { moving } from '../platform/cache'
import { dayInChina, now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { joinPosition, splitPosition } from '../platform/table/page'
import { type Ledger, readLedger } from './ledger.store'
import { type RegisterKind, registeredIn } from './register.store'
import { readList, rowsTurningOn, wholeList } from './row.store'
import { keepRows } from './rows'

/** Brings all rows of a ledger to its edition. */
export const rowsJob = 'ledgers.rows'

const perStep = 100
const atOnce = 10
/** By then every instance knows of the edition: what changes from here on is kept by whoever hears of it. */
const knownAfterSeconds = moving / 1000 + 1

interface Stand {
  /** `in`: whoever is in its places; `out`: whoever still stands in it as it was before. */
  readonly phase: 'in' | 'out'
  readonly at?: string
  readonly done: number
}

type Page = { readonly items: readonly { readonly id: EntityId; readonly edition?: number }[]; readonly next?: string }

/** One step: some entities of one stretch. Done again it changes nothing. */
export const rowsStep: JobStep = async ({ cursor, input }) => {
  if (cursor === undefined) return { ...going({ phase: 'in', done: 0 }), waitSeconds: knownAfterSeconds }
  const stand: Stand = JSON.parse(cursor)
  const ledger = await readLedger(input.ledger ?? '')
  // Changed again meanwhile: the job of that edition does it all.
  if (ledger === undefined || String(ledger.edition) !== input.edition)
    return over(stand, '台账又有了新的更改，由新的更改继续整理')
  const { part, from } = splitPosition(stand.at)
  const page = await pageOf(ledger, stand.phase, part, from)
  if (page === undefined) {
    if (stand.phase === 'out') return over(stand, ledger.ended ? '台账已停用' : `整理完成，共 ${stand.done} 条`)
    return going({ phase: 'out', done: stand.done })
  }
  // Of those that stand in it already only whoever is not of this edition: nobody found them in its places.
  const left = page.items.filter(({ edition }) => edition === undefined || ledger.ended || edition !== ledger.edition)
  for (let start = 0; start < left.length; start += atOnce)
    await Promise.all(left.slice(start, start + atOnce).map(({ id }) => keepRows(id)))
  const at = page.next === undefined ? joinPosition(part + 1) : joinPosition(part, page.next)
  return going({ ...stand, at, done: stand.done + (stand.phase === 'in' ? page.items.length : 0) })
}

/** @returns undefined after the last part */
async function pageOf(
  { id, content, within, formerly = [], ended }: Ledger,
  phase: Stand['phase'],
  part: number,
  from: string | undefined,
): Promise<Page | undefined> {
  if (phase === 'in' && ended) return undefined
  if (phase === 'in' && content.kind === 'place') {
    const place = within[part]
    if (place === undefined || content.level === undefined) return undefined
    const { items, next } = await placesOfLevel(place, content.level, from)
    return { items: items.map((one) => ({ id: entityId(one.id) })), ...(next === undefined ? {} : { next }) }
  }
  const stretch = (await stretchesWithin(phase === 'in' ? within : [...within, ...formerly]))[part]
  if (stretch === undefined) return undefined
  const { partition, path } = stretch
  return phase === 'in'
    ? registeredIn(partition, path, from, perStep, content.kind as RegisterKind) // places were listed above
    : readList({ ledger: id, list: wholeList }, partition, path, from, perStep)
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
