import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { measuresOf } from '@zmht/shared/measures'
import { countedNow, stretchesWithin } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { dayInChina, now } from '../platform/clock'
import { type JobStep, startJob } from '../platform/jobs'
import { log } from '../platform/log'
import { addAll, type ByMeasure } from './counted'
import { type Ledger, ledgerAfter, readLedger } from './ledger.store'
import { anchorOfPath } from './look'
import { countedLines, countedLinesPage } from './row.store'

/** Every night the numbers of every ledger are added up from its rows, community by community, and compared with what the counters say. */
export const selfCheckJob = 'ledgers.self-check'

/** A place whose number was another than that of its rows: looked at again, for rows are written and counted while we look. */
interface Doubt {
  readonly ledger: string
  readonly place: PlaceId
}

interface Stand {
  readonly ledger: string
  readonly part: number
  readonly from?: string
  /** The community that is being added up. */
  readonly held?: { readonly place: PlaceId; readonly counts: ByMeasure }
  /** Everything added up in this ledger. */
  readonly whole: ByMeasure
  readonly doubts: readonly Doubt[]
  readonly looks: number
  readonly done: number
}

/** More doubts at once are no longer looked into one by one: then something is wrong. */
const mostDoubts = 50
const looksInARow = 3
const secondsBetween = 30
/** The hour in China from which on the check of a day begins: nobody works then. */
const beginsAt = 3

let begun = ''

/** Every minute: begins the check of the night, once. */
export async function checkTonight(): Promise<void> {
  const [day, hour] = [dayInChina(now()), (new Date(now()).getUTCHours() + 8) % 24]
  if (begun === day || hour < beginsAt) return
  await startJob({ id: `j-self-check-${day}`, kind: selfCheckJob, input: {}, by: 'system', message: '夜间自查统计' })
  begun = day
}

/** One step: a page of rows, or another look at what was in doubt. */
export const selfCheckStep: JobStep = async ({ cursor }) => {
  const stand: Stand | undefined = cursor === undefined ? undefined : JSON.parse(cursor)
  if (stand === undefined) return nextLedger(undefined, [], 0)
  const ledger = stand.ledger === '' ? undefined : await readLedger(stand.ledger)
  if (ledger === undefined) return lookAgain(stand)
  if (ledger.ended) return nextLedger(ledger.id, stand.doubts, stand.done)
  const stretch = (await stretchesWithin(ledger.within))[stand.part]
  if (stretch === undefined) return ended(ledger, stand)
  const page = await countedLinesPage(ledger.id, stretch.partition, stretch.path, stand.from)
  const next = await addUp(ledger, stand, page.items)
  if (page.next !== undefined) return going({ ...next, from: page.next })
  const { held, from: _, ...rest } = await closed(ledger, next)
  return going({ ...rest, part: stand.part + 1 })
}

async function addUp(
  ledger: Ledger,
  from: Stand,
  rows: readonly { readonly path: PlacePath; readonly counts: ByMeasure }[],
): Promise<Stand> {
  let stand = from
  for (const { path, counts } of rows) {
    const place = await anchorOfPath(path)
    if (place === undefined) continue
    if (stand.held !== undefined && stand.held.place !== place) stand = await closed(ledger, stand)
    stand = {
      ...stand,
      held: { place, counts: addAll(stand.held?.counts ?? {}, counts) },
      whole: addAll(stand.whole, counts),
      done: stand.done + 1,
    }
  }
  return stand
}

/** A community has been added up: is it what the counters say? */
async function closed(ledger: Ledger, stand: Stand): Promise<Stand> {
  const { held, ...rest } = stand
  if (held === undefined || (await isCounted(ledger, held.place, held.counts))) return rest
  return inDoubt(rest, { ledger: ledger.id, place: held.place })
}

const inDoubt = (stand: Stand, doubt: Doubt): Stand =>
  stand.doubts.some(({ ledger, place }) => ledger === doubt.ledger && place === doubt.place)
    ? stand
    : { ...stand, doubts: [...stand.doubts, doubt].slice(0, mostDoubts) }

/** All of a ledger has been added up: what the counters say above and where no row is shows in the whole. */
async function ended(ledger: Ledger, stand: Stand) {
  const [only, ...others] = ledger.within
  // Of several places one may lie inside another.
  const isOne = only !== undefined && others.length === 0
  const isRight = !isOne || (await isCounted(ledger, only, stand.whole))
  const { doubts } = isRight || only === undefined ? stand : inDoubt(stand, { ledger: ledger.id, place: only })
  return nextLedger(ledger.id, doubts, stand.done)
}

async function nextLedger(after: string | undefined, doubts: readonly Doubt[], done: number) {
  const id = (await ledgerAfter(after)) ?? ''
  return going({ ledger: id, part: 0, whole: {}, doubts, looks: 0, done })
}

/** What was in doubt is added up anew, alone: what was only on its way has come meanwhile. */
async function lookAgain(stand: Stand) {
  const { looks, done } = stand
  if (stand.doubts.length > 0 && looks === 0) return { ...going({ ...stand, looks: 1 }), waitSeconds: secondsBetween }
  const doubts: Doubt[] = []
  for (const doubt of stand.doubts) if (!(await isRightNow(doubt))) doubts.push(doubt)
  if (doubts.length > 0 && looks < looksInARow)
    return { ...going({ ...stand, doubts, looks: looks + 1 }), waitSeconds: secondsBetween }
  for (const { ledger, place } of doubts)
    log.error('counter-drift', new Error('counted otherwise'), { id: ledger, entity: place, count: 1 })
  const message =
    doubts.length === 0 ? `自查完成：${done} 条，全部一致` : `自查完成：${done} 条，${doubts.length} 处不一致`
  return {
    done,
    total: done,
    finished: true,
    message,
    problems: doubts.map(({ ledger, place }, row) => ({
      row,
      message: `台账 ${ledger} 在 ${place} 的统计与逐条清点不一致`,
    })),
  }
}

async function isRightNow({ ledger: id, place }: Doubt): Promise<boolean> {
  const ledger = await readLedger(id)
  if (ledger === undefined || ledger.ended) return true
  let counts: ByMeasure = {}
  for (const { partition, path } of await stretchesWithin([place]))
    for await (const line of countedLines(id, partition, path)) counts = addAll(counts, line.counts)
  return isCounted(ledger, place, counts)
}

async function isCounted(ledger: Ledger, place: PlaceId, counts: ByMeasure): Promise<boolean> {
  const measures = measuresOf(ledger.id, ledger.content, ledger.measures, await knowledgeNow())
  for (const { id } of measures) {
    const { total } = await countedNow(id, place)
    const rows = counts[id.slice(ledger.id.length + 1)] ?? {}
    const groups = new Set([...Object.keys(total), ...Object.keys(rows)])
    if ([...groups].some((group) => (total[group] ?? 0) !== (rows[group] ?? 0))) return false
  }
  return true
}

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: stand.done,
  finished: false,
  message: `正在自查，已清点 ${stand.done} 条`,
})
