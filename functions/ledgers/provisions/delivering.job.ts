import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { type Knowledge, sensitivityOf, type Value } from '@zmht/shared/knowledge'
import { findPlace } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts } from '../../permissions/index'
import { now } from '../../platform/clock'
import type { JobStep } from '../../platform/jobs'
import type { KeptEntity } from '../entity.store'
import { type Ledger, readLedger } from '../ledger.store'
import { whereIs } from '../look'
import { resolve } from '../resolve'
import { subjectOf } from '../rows'
import type { CheckedRow } from '../sheets/check-rows'
import { checkedPart } from '../sheets/findings'
import { readImport, type SheetImport } from '../sheets/import.store'
import { over } from '../sheets/importing'
import { isGood, patchOf } from '../sheets/running.job'
import { isGiven, stepByItself } from './change'
import { type Arrival, readDelivery, saveArrival, saveDelivered, saveDelivery } from './delivered.store'
import { openOf, type Provision, readProvision } from './provision.store'

/** Sends the checked rows of a sheet to everybody they were approved for. */
export const deliveringJob = 'ledgers.provision-delivering'

const rowsOfOneStep = 40
const atOnce = 8
const mostProblems = 200

type Counts = Pick<Arrival, 'rows' | 'unmatched' | 'places'>

interface Stand {
  readonly part: number
  readonly from: number
  readonly rows: number
  readonly matched: number
  readonly unasked: number
  readonly unmatched: number
  readonly problems: readonly { readonly row: number; readonly message: string }[]
  /** By ask. */
  readonly by: Readonly<Record<string, Counts>>
}
const atBeginning: Stand = { part: 0, from: 0, rows: 0, matched: 0, unasked: 0, unmatched: 0, problems: [], by: {} }

/** What one row came to. */
interface Sent {
  readonly row: number
  /** Why nobody known was found. */
  readonly message?: string
  /** The asks it went to, or would have gone to, each with its place there. */
  readonly to: readonly { readonly provision: string; readonly place: PlaceId }[]
}

/** A step that is repeated sends the same to the same, and counts it from where it stood before. */
export const deliveringStep: JobStep = async (job) => {
  const stand: Stand = job.cursor === undefined ? atBeginning : JSON.parse(job.cursor)
  const [found, delivery] = [
    await readImport(job.input.import ?? ''),
    await readDelivery(job.input.dataSet ?? '', job.input.import ?? ''),
  ]
  const ledger = found === undefined ? undefined : await readLedger(found.ledger)
  if (found === undefined || delivery === undefined || ledger === undefined)
    return over(stand.rows, stand.rows, '表格或台账已不在，没有下发')
  if (stand.part >= found.parts) {
    for (const [provision, counts] of Object.entries(stand.by)) {
      const arrival = { provision, delivery: found.id, name: found.name, at: delivery.at, ...counts }
      await saveArrival(arrival)
      if (counts.rows > 0) await stepByItself(provision, 'begin')
    }
    return over(stand.rows, stand.rows, sayDone(stand))
  }
  const rows = (await checkedPart(found, stand.part)).filter(isGood)
  const chunk = rows.slice(stand.from, stand.from + rowsOfOneStep)
  const sent = await sendDown(chunk, { found, ledger, at: delivery.at, dataSet: delivery.dataSet })
  const isPartDone = stand.from + chunk.length >= rows.length
  const next: Stand = {
    ...counted(stand, sent),
    part: isPartDone ? stand.part + 1 : stand.part,
    from: isPartDone ? 0 : stand.from + chunk.length,
  }
  const { rows: count, matched, unasked, unmatched, problems } = next
  await saveDelivery({ ...delivery, rows: count, matched, unasked, unmatched, problems })
  const total = (found.checked?.new ?? 0) + (found.checked?.known ?? 0)
  return { cursor: JSON.stringify(next), done: count, total, message: `已下发 ${count} / ${total} 行`, finished: false }
}

const sayDone = ({ rows, matched, unmatched, unasked }: Stand): string =>
  `下发完成：共 ${rows} 行，${matched} 行对上了已登记的对象` +
  `${unmatched > 0 ? `，${unmatched} 行没有对上` : ''}${unasked > 0 ? `，${unasked} 行所在的地方没有单位申请` : ''}`

function counted(stand: Stand, sent: readonly Sent[]): Stand {
  const by: Record<string, Counts> = { ...stand.by }
  for (const { to, message } of sent)
    for (const { provision, place } of to) {
      const { rows = 0, unmatched = 0, places = {} } = by[provision] ?? {}
      by[provision] =
        message === undefined
          ? { rows: rows + 1, unmatched, places: { ...places, [place]: (places[place] ?? 0) + 1 } }
          : { rows, unmatched: unmatched + 1, places }
    }
  const missed = sent.filter(({ message }) => message !== undefined)
  return {
    ...stand,
    rows: stand.rows + sent.length,
    matched: stand.matched + sent.length - missed.length,
    unasked: stand.unasked + sent.filter(({ message, to }) => message === undefined && to.length === 0).length,
    unmatched: stand.unmatched + missed.length,
    problems: [...stand.problems, ...missed.map(({ row, message = '' }) => ({ row, message }))].slice(0, mostProblems),
    by,
  }
}

interface Scene {
  readonly found: SheetImport
  readonly ledger: Ledger
  readonly dataSet: string
  readonly at: string
}

async function sendDown(rows: readonly CheckedRow[], scene: Scene): Promise<readonly Sent[]> {
  const asks = (await Promise.all((await openOf(scene.dataSet)).map(readProvision))).filter(
    (one) => one !== undefined && isGiven(one),
  )
  const knowledge = await knowledgeNow()
  const supplier = await organisationFacts(scene.ledger.organisationId)
  const sent: Sent[] = []
  for (let start = 0; start < rows.length; start += atOnce)
    sent.push(
      ...(await Promise.all(
        rows.slice(start, start + atOnce).map((row) =>
          sendOne(row, scene, {
            asks: asks.filter((one) => one !== undefined),
            knowledge,
            source: `${supplier?.name ?? ''} 数据下沉`,
          }),
        ),
      )),
    )
  return sent
}

interface Sending {
  readonly asks: readonly Provision[]
  readonly knowledge: Knowledge
  readonly source: string
}

async function sendOne(row: CheckedRow, scene: Scene, { asks, knowledge, source }: Sending): Promise<Sent> {
  const entity = await knownOf(row, scene, knowledge)
  const standing = entity === undefined ? undefined : await whereIs(entity)
  const place = standing === undefined && row.place !== undefined ? await findPlace(row.place) : undefined
  const lineage = standing?.lineage ?? place?.lineage ?? []
  const to = asks.flatMap((one) => {
    const asked = one.places.find((at) => lineage.includes(at))
    return asked === undefined ? [] : [{ provision: one.id, place: asked }]
  })
  if (entity === undefined) return { row: row.row, to, message: '没有找到已登记的对象，请核对姓名、证件号码和地址' }
  if (standing === undefined) return { row: row.row, to, message: '已登记，但没有登记在哪里，分不到社区' }
  for (const one of asks.filter(({ id }) => to.some(({ provision }) => provision === id)))
    await deliver(row, one, entity, { path: standing.path, delivery: scene.found.id, source, at: scene.at })
  return { row: row.row, to }
}

/** Whom or what a row is of, if that is known: nobody is made up for it. */
async function knownOf(row: CheckedRow, { found, ledger }: Scene, knowledge: Knowledge) {
  const patch = patchOf(row, found, { ledger }, knowledge)
  const [said] = patch.entities
  if (said === undefined) return undefined
  const { id } = await resolve(knowledge, patch, said)
  return subjectOf(id)
}

interface Delivering {
  readonly path: PlacePath
  readonly delivery: string
  readonly source: string
  readonly at: string
}

/** Only what was given is kept. */
async function deliver({ facts }: CheckedRow, one: Provision, entity: KeptEntity, arrival: Delivering): Promise<void> {
  const given: Record<string, Value> = {}
  for (const { attribute, value } of facts) if (one.given?.fields[attribute] !== undefined) given[attribute] = value
  await saveDelivered({
    ...arrival,
    provision: one.id,
    entityId: entity.id,
    name: entity.name,
    child: isChild(entity),
    facts: given,
  })
}

/** What is open of everybody else is sensitive of a child. */
const isChild = (entity: KeptEntity): boolean => sensitivityOf({ sensitivity: 'open' }, entity, now()) === 'sensitive'
