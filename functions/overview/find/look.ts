import type { FoundGroupReply, FoundReason, FoundReply } from '@zmht/shared/contract'
import { lineageOf } from '@zmht/shared/geo'
import type { EntityId } from '@zmht/shared/knowledge'
import { type LedgerKind, soughtBy, type TokenKind } from '@zmht/shared/ledgers'
import { type Bounds, boundsFor, decide, kindListedFor, seesNames, territoryOf } from '@zmht/shared/permission'
import { applicationsOf } from '../../applications/index'
import { ownServices, requestSeenBy, requestsOfPerson } from '../../channels/index'
import { namedLineage, pathIsNow, searchPlaces, tailOf } from '../../hierarchy/index'
import { type SoughtEntity, search, standsFor } from '../../ledgers/index'
import { findInDirectory, type InDirectory, organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { tasksSeenBy } from '../../tasks/index'
import { best, meets, numberSaid } from './domain/match'
import { requestsNumbered } from './number.store'

/** So many of each are shown; its own page finds the others. */
export const shownOfEach = 5

export interface Looking {
  readonly words: string
  readonly actor: Official
  readonly at: string
}

type Action = Parameters<typeof kindListedFor>[0]

/** What bounds a list for an action; nothing is allowed where no post gives it. */
const boundsOf = ({ actor, at }: Looking, action: Action): Bounds =>
  boundsFor(actor.policy, actor, action, kindListedFor(action), at)

/** A group, or none where nothing was found. */
function group(
  kind: FoundGroupReply['kind'],
  found: readonly FoundReply[],
  more = found.length > shownOfEach,
): FoundGroupReply[] {
  return found.length === 0 ? [] : [{ kind, items: found.slice(0, shownOfEach), more }]
}

/** Everything that meets the words and may be seen, each kind by its own rules: what is not allowed of one leaves the others. */
export async function lookFor(looking: Looking): Promise<FoundGroupReply[]> {
  const [entities, directory, places, applications, services, tasks] = await Promise.all([
    entitiesFor(looking),
    findInDirectory(looking.words, looking.actor, looking.at),
    placesFor(looking),
    applicationsFor(looking),
    servicesFor(looking),
    tasksFor(looking),
  ])
  const ofKind = (kind: LedgerKind) => entities.found.filter((one) => one.kind === kind)
  const people = ofKind('person')
  const requests = await requestsFor(looking, people)
  return [
    ...group(
      'people',
      beside(
        people.map((one) => entityFound(one, 'person')),
        directory.people.map(colleagueFound),
      ),
      people.length + directory.people.length > shownOfEach || entities.more,
    ),
    ...group('places', places),
    ...group(
      'organisations',
      beside(
        directory.organisations.map(organisationFound),
        ofKind('organisation').map((one) => entityFound(one, 'unit')),
      ),
      directory.organisations.length + ofKind('organisation').length > shownOfEach,
    ),
    ...group(
      'things',
      ofKind('thing').map((one) => entityFound(one, 'thing')),
    ),
    ...group('applications', applications),
    ...group('services', services),
    ...group('requests', requests.items, requests.more),
    ...group('tasks', tasks),
  ]
}

/** Of two sorts in one group the first, with room for two of the other. */
function beside(first: readonly FoundReply[], other: readonly FoundReply[]): readonly FoundReply[] {
  const room = Math.max(shownOfEach - 2, shownOfEach - other.length)
  return [...first.slice(0, room), ...other, ...first.slice(room)]
}

const reasonOf: Readonly<Record<TokenKind, FoundReason>> = {
  first: 'name',
  pair: 'name',
  initials: 'initials',
  phone: 'phone',
  number: 'number',
  plate: 'plate',
  door: 'door',
}

const entityFound = ({ id, name, home, by }: SoughtEntity, kind: 'person' | 'unit' | 'thing'): FoundReply => ({
  kind,
  id,
  title: name,
  where: home,
  by: reasonOf[by],
})

const colleagueFound = ({ id, name, where, by }: InDirectory): FoundReply => ({
  kind: 'official',
  id,
  title: name,
  where,
  by,
})

const organisationFound = ({ id, name, where, by }: InDirectory): FoundReply => ({
  kind: 'organisation',
  id,
  title: name,
  where,
  by,
})

/** The words of an index are read in pages of twenty: so many at the most. */
const mostPages = 3

/** Who and what of the ledgers is found inside the places in which the official reads them; people by whoever reads names there alone. */
async function entitiesFor(looking: Looking): Promise<{ found: readonly SoughtEntity[]; more: boolean }> {
  const territory = territoryOf(boundsOf(looking, 'ledger.read'))
  if (territory.places.length === 0 || soughtBy(looking.words) === undefined) return { found: [], more: false }
  const found: SoughtEntity[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await search(looking.words, territory, undefined, cursor)
    const seen = await Promise.all(items.map(async (one) => ((await isSeen(one, looking)) ? [one] : [])))
    found.push(...seen.flat())
    cursor = next
    const full = (['person', 'organisation', 'thing'] as const).every(
      (kind) => found.filter((one) => one.kind === kind).length > shownOfEach,
    )
    if (cursor === undefined || full) break
  }
  return { found, more: cursor !== undefined }
}

/** Of people even being found by a number tells something of them: to whoever does not read their names, nobody is found. */
async function isSeen({ id, kind, path }: SoughtEntity, { actor, at }: Looking): Promise<boolean> {
  const lineage = lineageOf(await pathIsNow(path))
  const decision = decide(actor.policy, actor, 'ledger.read', { kind: 'entity', id, lineage }, at)
  return decision.allow && (kind !== 'person' || seesNames(decision.fields))
}

/** Whoever's post manages no place looks in what the highest of their organisations manages. @returns undefined for whoever's does */
async function cityOfNone({ posts }: Official) {
  if (posts.some(({ territory }) => territory.length > 0)) return undefined
  const root = posts[0]?.organisations.at(-1)
  return root === undefined ? undefined : (await organisationFacts(root))?.manages[0]
}

async function placesFor(looking: Looking): Promise<FoundReply[]> {
  const { allowed } = boundsOf(looking, 'hierarchy.read')
  if (allowed.length === 0) return []
  const found = (await searchPlaces(looking.words, await cityOfNone(looking.actor), looking.actor)).slice(
    0,
    shownOfEach + 1,
  )
  return Promise.all(
    found.map(async ({ id, name, path }): Promise<FoundReply> => {
      const lineage = await namedLineage(path)
      const above = lineage.at(-2)
      return {
        kind: 'place',
        id,
        title: name,
        where: above === undefined ? '' : await tailOf(above.id),
        by: meets(name, looking.words)?.by ?? 'address',
      }
    }),
  )
}

async function applicationsFor(looking: Looking): Promise<FoundReply[]> {
  if (boundsOf(looking, 'application.read').allowed.length === 0) return []
  return best(await applicationsOf(looking.actor), ({ title }) => title, looking.words).map(
    ({ id, title, summary, state, by }): FoundReply => ({ kind: 'application', id, title, where: summary, state, by }),
  )
}

async function servicesFor(looking: Looking): Promise<FoundReply[]> {
  const { words, actor } = looking
  if (boundsOf(looking, 'channel.read').allowed.length === 0) return []
  return best(await ownServices(actor), ({ title }) => title, words).map(
    ({ id, title, summary, state, by }): FoundReply => ({ kind: 'service', id, title, where: summary, state, by }),
  )
}

async function tasksFor(looking: Looking): Promise<FoundReply[]> {
  const { words, actor } = looking
  const bounds = boundsOf(looking, 'task.read')
  if (bounds.allowed.length === 0) return []
  const found = await tasksSeenBy(actor, bounds, ({ title }) => meets(title, words) !== undefined)
  return best(found, ({ title }) => title, words).map(
    ({ id, title, due, state, by }): FoundReply => ({ kind: 'task', id, title, where: due, state, by }),
  )
}

/** Of so few people their requests are told too: a name that many share leads to none. */
const fewPeople = 3
const requestsOfEach = 3

/** Requests by their number, and those of the people that were found. */
async function requestsFor(
  looking: Looking,
  people: readonly SoughtEntity[],
): Promise<{ items: readonly FoundReply[]; more: boolean }> {
  const { words, actor, at } = looking
  const letters = numberSaid(words)
  const numbered = letters === undefined ? [] : await requestsNumbered(letters)
  const said = words.normalize('NFKC').toUpperCase()
  const byNumber = await Promise.all(
    numbered
      // With its day there is one of that day alone.
      .filter(({ number }) => !/\d{4}-/.test(said) || number === said)
      .map(({ requestId }) => requestSeenBy(requestId, actor, at)),
  )
  const few = people.length > fewPeople ? [] : people
  const theirs = await Promise.all(few.map(({ id }) => requestsOf(id, looking)))
  const shown = (
    one: { readonly id: string; readonly number: string; readonly title: string; readonly who: string } & {
      readonly place: string
      readonly state: string
    },
    by: FoundReason,
  ): FoundReply => ({
    kind: 'request',
    id: one.id,
    title: `${one.title} ${one.number}`,
    where: [one.who, one.place].filter((part) => part !== '').join(' · '),
    state: one.state,
    by,
  })
  const items = [
    ...byNumber.flatMap((one) => (one === undefined ? [] : [shown(one, 'request-number')])),
    ...theirs.flatMap((one) => one.items).map((one) => shown(one, 'requester')),
  ]
  return { items, more: items.length > shownOfEach || theirs.some(({ more }) => more) }
}

/** The requests of somebody, under whichever account that was found to be theirs. */
async function requestsOf(person: EntityId, { actor, at }: Looking) {
  const ids = (await standsFor(person)).slice(0, fewPeople)
  const found = await Promise.all(ids.map((id) => requestsOfPerson(id, actor, at, requestsOfEach)))
  return { items: found.flatMap(({ items }) => items), more: found.some(({ more }) => more) }
}
