import type { EntityPatch } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import {
  type EntityId,
  entityId,
  type Instant,
  type Knowledge,
  type Relation,
  type Saying,
} from '@zmht/shared/knowledge'
import { isIn, type LedgerContent, type Seen } from '@zmht/shared/ledgers'
import { placingRelation, type RowProblem, readRow, type SheetColumn } from '@zmht/shared/sheets/rows/index'
import { naturalKeys } from '../resolve'
import { blindKey, entitiesOfKeys } from './known.store'
import type { PlaceReading } from './places'
import type { SheetRow } from './workbook/index'

/** A row as checking understood it. */
export interface CheckedRow {
  /** From 1. */
  readonly row: number
  /** It was picked, not recognised. */
  readonly entity?: EntityId
  readonly outcome: 'new' | 'known' | 'duplicate' | 'wrong'
  readonly facts: EntityPatch['facts']
  readonly place?: PlaceId
  readonly home: string
  readonly problems: readonly RowProblem[]
  /** It will not stand in this ledger, as far as the sheet tells. */
  readonly elsewhere?: true
}

/** What rows are checked with. */
export interface CheckScene {
  readonly knowledge: Knowledge
  readonly content: LedgerContent
  readonly columns: readonly SheetColumn[]
  readonly addressOf: (address: string) => Promise<PlaceReading>
  /** Identities seen in the sheet, with the first row each stands in. Rows are added to it. */
  readonly identities: Map<string, number>
  readonly saying: Saying
  readonly at: Instant
}

const atOnce = 8

/** What was found of some rows, and the identities they add to those seen before. */
export interface Checking {
  readonly rows: readonly CheckedRow[]
  readonly added: ReadonlyMap<string, number>
}

/** Checks some rows: what each says, where it is, whether the sheet has it twice, whether it is known already. */
export async function checkRows(rows: readonly SheetRow[], scene: CheckScene): Promise<Checking> {
  const { knowledge, content, columns } = scene
  const read = rows.map((row) => ({ row, said: readRow(knowledge, content.kind, columns, row.cells) }))
  const placed = await inBatches(read, async (one) => ({ ...one, at: await scene.addressOf(one.said.address) }))
  const keyed = await inBatches(placed, async (one) => ({
    ...one,
    keys: await identitiesOf(one.said.facts, one.at, scene),
  }))
  const owners = await entitiesOfKeys(keyed.flatMap(({ keys }) => keys.filter((key) => !key.startsWith(samePrefix))))
  const added = new Map<string, number>()
  const checked = keyed.map(({ row, said, at, keys }): CheckedRow => {
    const problems = [...said.problems, ...('message' in at ? [at] : [])]
    const base = {
      row: row.number,
      facts: said.facts,
      home: 'message' in at ? '' : at.home,
      ...('message' in at ? {} : { place: at.place }),
    }
    if (problems.length > 0) return { ...base, outcome: 'wrong', problems }
    const twin = twinOf(keys, row.number, scene.identities)
    if (twin !== undefined) return { ...base, outcome: 'duplicate', problems: [twin] }
    for (const key of keys) {
      scene.identities.set(shortOf(key), row.number)
      added.set(shortOf(key), row.number)
    }
    const isKnown = content.kind === 'place' || keys.some((key) => owners.has(key))
    const isElsewhere = !isKnown && !('message' in at) && !fits(said.facts, at.place, scene)
    return {
      ...base,
      outcome: isKnown ? 'known' : 'new',
      problems: [],
      ...(isElsewhere ? { elsewhere: true as const } : {}),
    }
  })
  return { rows: checked, added }
}

async function inBatches<One, Other>(all: readonly One[], each: (one: One) => Promise<Other>): Promise<Other[]> {
  const done: Other[] = []
  for (let start = 0; start < all.length; start += atOnce)
    done.push(...(await Promise.all(all.slice(start, start + atOnce).map(each))))
  return done
}

/** Enough of a digest to tell hundreds of thousands apart: 80 of its bits. */
const shortOf = (key: string): string => key.slice(key.indexOf('#') + 1).slice(0, 16)

const samePrefix = 'same#'

/**
 * By what a row is the same as another of the sheet: its natural keys; of people and organisations without one, all it says. Of places the
 * place. Things may well be alike in everything.
 */
async function identitiesOf(
  facts: EntityPatch['facts'],
  at: PlaceReading,
  { knowledge, content: { kind } }: CheckScene,
): Promise<readonly string[]> {
  const keys = await Promise.all(naturalKeys(knowledge, facts).map(blindKey))
  if (keys.length > 0) return keys
  const place = 'message' in at ? '' : at.place
  if (kind === 'place') return place === '' ? [] : [`${samePrefix}${place}`]
  if (kind === 'thing' || facts.length === 0) return []
  const all = JSON.stringify([place, [...facts].sort((one, other) => (one.attribute < other.attribute ? -1 : 1))])
  return [`${samePrefix}${(await blindKey({ attribute: 'row', value: all })).slice('row#'.length)}`]
}

function twinOf(keys: readonly string[], row: number, seen: ReadonlyMap<string, number>): RowProblem | undefined {
  for (const key of keys) {
    const first = seen.get(shortOf(key))
    if (first === undefined || first >= row) continue
    const message = key.startsWith(samePrefix)
      ? `和第 ${first} 行的内容完全一样，只导入第 ${first} 行`
      : `和第 ${first} 行的证件号码相同，只导入第 ${first} 行`
    return { group: key.startsWith(samePrefix) ? '和前面的行完全一样' : '和前面的行证件号码相同', message }
  }
  return undefined
}

/** Stands for whoever the row will be. */
const somebody = entityId('e00000000000000000000')

/** Whether a new row will stand in the ledger by what the sheet says of it. */
function fits(facts: EntityPatch['facts'], place: PlaceId, { content, saying, at }: CheckScene): boolean {
  if (content.membership.by === 'hand') return true
  const type = placingRelation[content.kind]
  const relations: Relation[] =
    type === undefined ? [] : [{ ...saying, type, from: somebody, to: entityId(place), since: saying.at }]
  const seen: Seen = {
    id: somebody,
    kind: content.kind,
    facts: Object.fromEntries(facts.map(({ attribute, value }) => [attribute, { ...saying, value }])),
    relations,
    names: {},
    undecided: false,
  }
  return isIn(content, seen, at)
}
