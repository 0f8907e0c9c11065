import type { DataSetReply, DeliveryReply, ProvisionCardReply, ProvisionReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { tellWhole } from '@zmht/shared/measures'
import { countedNow, findPlace, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { officialContact, organisationFacts, postsIn } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { readJob } from '../../platform/job.store'
import { showJob } from '../../platform/show-job'
import type { Ledger } from '../ledger.store'
import { isOf, type Mays } from './access'
import type { DataSet } from './data-set.store'
import { type Arrival, arrivalsOf, type Delivery } from './delivered.store'
import { nameField } from './fields'
import { looksOf } from './looks.store'
import { lastDayOf, type Provision, type ProvisionCard, type ProvisionEvent } from './provision.store'

const namedOrganisation = async (id: string) => ({ id, name: (await organisationFacts(id))?.name ?? '' })

async function namedPlaces(places: readonly PlaceId[]) {
  const found = await Promise.all(places.map(findPlace))
  return found.flatMap((place) => (place === undefined ? [] : [{ id: place.id, name: place.name, level: place.level }]))
}

/** A data set as an official reads it. */
export async function showDataSet(one: DataSet, ledger: Ledger, actor: Official): Promise<DataSetReply> {
  const knowledge = await knowledgeNow()
  return {
    id: one.id,
    name: one.name,
    about: one.about,
    source: one.source,
    ledgerId: one.ledger,
    kind: ledger.content.kind,
    organisation: await namedOrganisation(one.organisation),
    fields: one.fields.map((key) => nameField(key, knowledge)),
    places: await namedPlaces(ledger.within),
    ended: one.ended || ledger.ended,
    edition: one.edition,
    at: one.at,
    own: isOf(actor, one.organisation),
  }
}

export async function showDelivery({ dataSet: _, by: __, problems, job, ...rest }: Delivery): Promise<DeliveryReply> {
  const running = await readJob(job)
  return {
    ...rest,
    problems: problems.map(({ row, message }) => ({ row, message })),
    ...(running === undefined ? {} : { job: showJob(running) }),
  }
}

export async function showCard({ supplier, asker, ...card }: ProvisionCard): Promise<ProvisionCardReply> {
  return { ...card, supplier: await namedOrganisation(supplier), asker: await namedOrganisation(asker) }
}

const nameOfOfficial = async (id: string): Promise<string> =>
  id === 'system' ? '系统' : ((await officialContact(id))?.name ?? '')

const showEvent = async ({ by, ...event }: ProvisionEvent) => ({ ...event, who: await nameOfOfficial(by) })

/** An ask with what became of it, as either side reads it. Who looked is told to both. */
export async function showProvision(one: Provision, may: Mays): Promise<ProvisionReply> {
  const [knowledge, arrivals, looks, titles] = await Promise.all([
    knowledgeNow(),
    arrivalsOf(one.id),
    looksOf(one.id),
    postsIn(one.asker),
  ])
  const { id, dataSet, name, source, supplier, asker, askedBy, purpose, reason, state, until, at, edition } = one
  return {
    ...(await showCard({ id, name, supplier, asker, purpose, state, until: lastDayOf(one), at })),
    dataSet: { id: dataSet, name, source },
    by: { id: askedBy, name: await nameOfOfficial(askedBy) },
    reason,
    posts: one.posts.map((post) => ({ id: post, title: titles.get(post) ?? '' })),
    places: await namedPlaces(one.places),
    fields: fieldsOf(one, knowledge),
    askedUntil: until,
    history: await Promise.all(one.history.map(showEvent)),
    rows: await rowsByPlace(one, arrivals),
    deliveries: arrivals.map(({ delivery, name: called, at: came, rows, unmatched }) => ({
      id: delivery,
      name: called,
      at: came,
      rows,
      unmatched,
    })),
    looks: await Promise.all(
      looks.map(async ({ official, times, last }) => ({ who: await nameOfOfficial(official), times, last })),
    ),
    edition,
    may: { ...may },
  }
}

const fieldsOf = ({ fields, given }: Provision, knowledge: Knowledge): ProvisionReply['fields'] =>
  fields.map((key) => ({
    ...nameField(key, knowledge),
    ...(given === undefined ? {} : { given: given.fields[key] ?? 'none' }),
  }))

/** Of a ledger those it counts now; of sheets those of the latest. Nothing where nothing is given. */
async function rowsByPlace(
  { ledger, source, places, state }: Provision,
  arrivals: readonly Arrival[],
): Promise<ProvisionReply['rows']> {
  if (state !== 'approved' && state !== 'in-force') return []
  const [latest] = arrivals
  if (source === 'sheet' && latest === undefined) return []
  return Promise.all(
    places.map(async (place) => {
      const { name } = await placeFacts(place)
      if (source === 'sheet') return { id: place, name, rows: latest?.places[place] ?? 0 }
      const { total } = await countedNow(`${ledger}.all`, place)
      return { id: place, name, rows: tellWhole({ fold: { by: 'count' } }, total).rows }
    }),
  )
}
