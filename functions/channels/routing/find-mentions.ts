import { lineageOf, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, type Instant } from '@zmht/shared/knowledge'
import { decide, seesNames } from '@zmht/shared/permission'
import { type MentionKind, type NameSaid, namesIn } from '@zmht/shared/routing'
import { findPlace, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { type EntityStanding, type Recogniser, recognise, search, standingOf } from '../../ledgers/index'
import { institutionCalled, organisationContact } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { placesSaid } from './places'

/** Somebody or something that words may mean, as the reader may see it. */
export interface MentionCandidate {
  /** An entity of the ledgers, or a place; an organisation's of the directory is none, and no relation leads there. */
  readonly id: EntityId | string
  readonly of: 'ledgers' | 'directory'
  readonly name: string
  /** Where it is, as briefly as is clear. */
  readonly place: string
}

/** Words of an appeal that name something known. */
export interface FoundMention {
  readonly kind: MentionKind
  readonly start: number
  readonly end: number
  readonly words: string
  /** The first may be taken without asking: there is no other. */
  readonly sure: boolean
  readonly candidates: readonly MentionCandidate[]
}

export interface AskedForMentions {
  readonly text: string
  /** Where the appeal is, or the home it came from. */
  readonly place: PlaceId
  /** Who reads it: what they may not read in the ledgers is not found. */
  readonly actor: Official
  readonly at: Instant
}

/** Names looked up of one text, and beginnings of a name tried. */
const mostLookedUp = 8
const mostTried = 6
const mostCandidates = 8

/** What a text names of places, and of the people, things and organisations its reader may read around its place. Reads only. */
export async function findMentions(asked: AskedForMentions): Promise<readonly FoundMention[]> {
  const { text, place } = asked
  const [said, around] = await Promise.all([placesSaid(text, place), readableAround(asked)])
  const places = await Promise.all(
    said.map(async ({ start, end, candidates }): Promise<FoundMention> => {
      const words = text.slice(start, end)
      return {
        kind: 'place',
        start,
        end,
        words,
        sure: candidates.length === 1,
        candidates: await Promise.all(
          candidates.map(async (one) => ({
            id: entityId(one.place),
            of: 'ledgers' as const,
            name: one.name,
            place: await tailOf(one.place),
          })),
        ),
      }
    }),
  )
  if (around === undefined) return places
  const knowledge = await knowledgeNow()
  const found = await Promise.all(
    namesIn(text)
      .slice(0, mostLookedUp)
      .map((name) => lookedUp(name, { ...asked, around, knowledge })),
  )
  return [...places, ...found.flatMap((one) => (one === undefined ? [] : [one]))].sort(
    (one, other) => one.start - other.start,
  )
}

/** The widest place around an appeal, up to its subdistrict, whose ledgers the reader reads. */
async function readableAround({ place, actor, at }: AskedForMentions): Promise<Around | undefined> {
  const found = await findPlace(place)
  if (found === undefined) return undefined
  const from = Math.max(
    0,
    found.tiers.findIndex(({ level }) => level === 'subdistrict'),
  )
  for (let end = from + 1; end <= found.lineage.length; end++) {
    const lineage = found.lineage.slice(0, end)
    const last = lineage.at(-1)
    const decision = decide(actor.policy, actor, 'ledger.read', { kind: 'entity', lineage }, at)
    if (decision.allow && last !== undefined)
      return { place: last, byName: seesNames(decision.fields), lineage: found.lineage }
  }
  return undefined
}

interface Around {
  readonly place: PlaceId
  /** People are looked for by name. */
  readonly byName: boolean
  /** Of the appeal's own place. */
  readonly lineage: readonly PlaceId[]
}

interface LookUp extends AskedForMentions {
  readonly around: Around
  readonly knowledge: Recogniser['knowledge']
}

async function lookedUp(name: NameSaid, asked: LookUp): Promise<FoundMention | undefined> {
  const { kind, by } = name
  if (kind === 'person' && !asked.around.byName) return undefined
  if (by === 'noun') return mentionOf(name, await thingsCalled(name.words, asked), asked, false)
  const recogniser = { kind, knowledge: asked.knowledge, places: [asked.around.place], byName: asked.around.byName }
  // Where a name begins in running text nobody says: 「找过安居物业」 is 安居物业.
  const beginnings = Math.min(mostTried, name.words.length - name.least + 1)
  for (let from = 0; from < beginnings; from++) {
    const words = name.words.slice(from)
    const { sure, perhaps } = await recognise(words, recogniser)
    const said = { ...name, words, start: name.start + from }
    const isSure = sure.length === 1
    const mention = await mentionOf(said, isSure ? sure : [...sure, ...perhaps], asked, isSure)
    if (mention !== undefined && (isSure || mention.candidates.every((one) => one.name.includes(words)))) return mention
    const listed = kind === 'organisation' ? await institutionCalled(words, asked.around.lineage) : undefined
    const contact = listed === undefined ? undefined : await organisationContact(listed)
    if (contact !== undefined)
      return {
        kind,
        start: said.start,
        end: said.end,
        words,
        sure: true,
        candidates: [{ id: contact.id, of: 'directory', name: contact.name, place: '' }],
      }
  }
  return undefined
}

/** Things whose name has a noun, as near to the appeal as there are any: below its place, else in its building, else in its compound. */
async function thingsCalled(noun: string, { around, place }: LookUp): Promise<readonly EntityId[]> {
  const upwards = [...around.lineage].reverse()
  const until = upwards.indexOf(around.place)
  const near = upwards.slice(Math.max(0, upwards.indexOf(place)), until < 0 ? undefined : until + 1).slice(0, 4)
  for (const within of near) {
    const { items } = await search(noun, { places: [within], except: [] }, 'thing', undefined)
    if (items.length > 0) return items.slice(0, mostCandidates).map(({ id }) => id)
  }
  return []
}

async function mentionOf(
  { kind, start, end, words }: NameSaid,
  ids: readonly EntityId[],
  asked: LookUp,
  isSure: boolean,
): Promise<FoundMention | undefined> {
  const standings = await Promise.all([...new Set(ids)].slice(0, mostCandidates).map((id) => readable(id, kind, asked)))
  const candidates = standings.flatMap((one): MentionCandidate[] =>
    one === undefined ? [] : [{ id: one.id, of: 'ledgers', name: one.name, place: one.home }],
  )
  return candidates.length === 0
    ? undefined
    : { kind, start, end, words, sure: isSure && candidates.length === 1, candidates }
}

/** Something of the kind that the reader reads where it stands; a person only for those who read names there. */
async function readable(
  id: EntityId,
  kind: NameSaid['kind'],
  { actor, at }: LookUp,
): Promise<EntityStanding | undefined> {
  const standing = await standingOf(id)
  const last = standing === undefined ? undefined : lineageOf(standing.path).at(-1)
  const lineage = last === undefined ? undefined : (await findPlace(last))?.lineage
  if (standing === undefined || lineage === undefined || standing.kind !== kind) return undefined
  const decision = decide(actor.policy, actor, 'ledger.read', { kind: 'entity', id, lineage }, at)
  return decision.allow && (kind !== 'person' || seesNames(decision.fields)) ? standing : undefined
}
