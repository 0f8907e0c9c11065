import { type Finding, sayFinding } from '@zmht/shared/answerable'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { districtOf, tailOf } from '../hierarchy/index'
import { blind } from '../platform/cipher'
import { beginningOf } from '../platform/clock'
import { saveDue } from '../platform/due.store'
import { type Answered, answeredOf, isAnswered } from './answerable'
import { type FindingCard, type FindingLine, findingList, readFindings, saveFindings } from './answerable.store'
import { type KeptEntity, readEntity, readRelations } from './entity.store'
import { anchorOf } from './look'

/** That who is answerable for a place or an entity is to be looked at again: its day has come. */
export const answerableDue = 'answerable'

/**
 * Brings what is reported of an entity to what is known of it: who has nobody answerable, or two, and where else it is. Of what is settled nothing is
 * kept. Repeated, it writes nothing.
 */
export async function keepAnswerable(id: EntityId): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const [entity, seen] = await Promise.all([readEntity(id, true), readFindings(id)])
    const isOne = entity !== undefined && entity.id === id && isAnswered(entity.kind)
    const answered = isOne ? await answeredOf(entity) : undefined
    const standing = entity !== undefined && answered !== undefined ? await linesOf(entity, answered) : []
    const knownAt = answered?.elsewhere.map(({ place }) => place) ?? []
    if (standing.length === 0 && knownAt.length === 0 && seen === undefined) return remember(id, answered)
    const lines = standing.map(({ line }) => line)
    // Keyed: what was said cannot be guessed from it.
    const stamp = await blind('answerable', JSON.stringify([standing, knownAt]))
    if (seen?.stamp === stamp) return remember(id, answered)
    const cardOf = (line: FindingLine): FindingCard =>
      standing.find((one) => one.line === line)?.card ?? { name: '', home: '', says: [] }
    const next = { entityId: id, lines, knownAt, stamp, version: (seen?.version ?? 0) + 1 }
    if (await saveFindings(next, cardOf, seen)) return remember(id, answered)
  }
  throw new Error(`who answers for ${id} is contended: the message comes again`)
}

/** A second home begins or ends on a day nobody says anything. */
async function remember(id: EntityId, answered: Answered | undefined): Promise<void> {
  if (answered?.turnsOn !== undefined)
    await saveDue(beginningOf(answered.turnsOn), { slice: 'ledgers', kind: answerableDue, subject: id })
}

interface Standing {
  readonly line: FindingLine
  readonly card: FindingCard
}

/** A line for each list and place: of two homes that contradict each other one at either. */
async function linesOf(entity: KeptEntity, { findings, places, names }: Answered): Promise<readonly Standing[]> {
  const { kind, name } = entity
  if (!isAnswered(kind)) return []
  const found = new Map<string, Standing>()
  for (const finding of findings) {
    for (const { place } of finding.ties) {
      const at = places.get(place)
      if (at === undefined) continue
      const list = findingList(finding.what, kind)
      const key = `${list} ${at.path}`
      const before = found.get(key)
      const line = before?.line ?? { list, path: at.path, anchor: anchorOf(at), district: districtOf(at.tiers) }
      const says = [...(before?.card.says ?? []), sayFinding(soleOf(finding, place), names)]
      found.set(key, { line, card: { name, home: await tailOf(place), says: [...new Set(says)] } })
    }
  }
  return [...found.values()]
}

/** Where it is here too, only the tie to here is told; where two contradict each other, both are. */
function soleOf(finding: Finding, place: string): Finding {
  return finding.what === 'also' ? { ...finding, ties: finding.ties.filter((tie) => tie.place === place) } : finding
}

/** Relations over which others come to the place of an entity: when it moves, so do they. */
const comeOver: ReadonlySet<string> = new Set([
  'employed-by',
  'operated-by',
  'owned-by-organisation',
  'owned-by',
  'used-by',
])

/** Whoever has no place of their own and is where this one is. */
export async function keepThoseOver(id: EntityId): Promise<void> {
  const over = (await readRelations(id, true)).filter(({ type, to }) => to === id && comeOver.has(type))
  for (const from of new Set(over.map((one) => one.from))) await keepAnswerable(entityId(from))
}
