import { mostSearched } from '@zmht/shared/contract'
import { tellWhole } from '@zmht/shared/measures'
import { Problem } from '@zmht/shared/problems'
import { countedNow } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import type { JobStep } from '../platform/jobs'
import { type Searcher, searcherOf } from './searching'
import { over } from './sheets/importing'
import { partNames, putPart, readPart } from './sheets/shelf'
import { inOrder, type WideRow, widePart } from './sifted'

/** What a search ended with. */
export interface FoundAll {
  readonly total: number
  readonly unseen: number
}

export const foundPage = 20

interface Stand {
  readonly at?: string
  readonly part: number
  readonly looked: number
  readonly found: number
  readonly unseen: number
  /** About how many there are to look at. */
  readonly all: number
}

/** One step: the next rows are looked at; after the last what was found is put in order. Done again it writes the same to the same names. */
export const searchingStep: JobStep = async (job) => {
  try {
    const searcher = await searcherOf(job)
    if (typeof searcher === 'string') return over(0, 0, searcher)
    const stand: Stand =
      job.cursor === undefined
        ? { part: 0, looked: 0, found: 0, unseen: 0, all: await allOf(searcher) }
        : JSON.parse(job.cursor)
    const { ledger, asked } = searcher
    const { found, unseen, looked, next } = await widePart(ledger, await knowledgeNow(), asked, stand.at)
    if (next === undefined) return finish(job.id, stand, searcher)
    const total = stand.found + found.length
    if (total > mostSearched)
      return over(
        stand.looked,
        stand.all,
        `符合条件的超过 ${mostSearched / 10_000} 万个，没有列出来。请再加一个条件，或者选小一些的范围；要全部名单请直接导出`,
      )
    // A part of a place without any takes no name.
    const keys = found.map(({ row: _, ...key }): WideRow => key)
    if (keys.length > 0) await putPart(job.id, partNames.found(stand.part), keys)
    return going({
      at: next,
      part: stand.part + (keys.length > 0 ? 1 : 0),
      looked: stand.looked + looked,
      found: total,
      unseen: stand.unseen + unseen,
      all: stand.all,
    })
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'unavailable') return over(0, 0, error.document.detail)
    throw error
  }
}

/** Counted as every tier reads it; inside a community nothing is, and the search is over before anybody asks. */
async function allOf({ ledger, asked }: Searcher): Promise<number> {
  const counts = await Promise.all(asked.reach.places.map((place) => countedNow(`${ledger.id}.all`, place)))
  return counts.reduce((sum, { total }) => sum + tellWhole({ fold: { by: 'count' } }, total).rows, 0)
}

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.looked,
  total: Math.max(stand.all, stand.looked),
  message: `已查看 ${stand.looked} 条，符合的 ${stand.found} 个`,
  finished: false,
})

async function finish(id: string, { part: parts, looked, found, unseen }: Stand, { asked }: Searcher) {
  const rows: WideRow[] = []
  for (let part = 0; part < parts; part++)
    rows.push(...((await readPart<readonly WideRow[]>(id, partNames.found(part))) ?? []))
  const sorted = inOrder(rows, asked.sifting).map(({ value: _, ...key }) => key)
  for (let from = 0; from < sorted.length; from += foundPage)
    await putPart(id, partNames.foundPage(from / foundPage), sorted.slice(from, from + foundPage))
  await putPart(id, partNames.foundAll, { total: found, unseen } satisfies FoundAll)
  return over(looked, looked, `查找完成：查看了 ${looked} 条，符合的 ${found} 个`)
}
