import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { beginningOf, dayInChina } from '../platform/clock'
import { dueAt } from '../platform/due.store'
import { startJob } from '../platform/jobs'
import { transact } from '../platform/table/write'
import { isDay } from './domain/days'
import { dateObstacles } from './domain/personnel-rules'
import type { Organisation } from './domain/records'
import { inTree } from './organisation.store'
import { impossible } from './personnel'
import { type PersonnelOperation, personnelParts, readPersonnel } from './personnel.store'

export const mergerJob = 'permissions.merger'
/** The day of a merger has come. */
export const mergerDue = 'merger'

export interface Merger {
  readonly id: string
  readonly organisation: Organisation
  readonly into: Organisation
  readonly date: string
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Instant
}

const asked = ({ organisation, into, date, reason }: Merger): string =>
  JSON.stringify([organisation.id, into.id, date, reason])

/** @returns in plain words what stands in the way of a merger */
export async function obstaclesToMerger({ organisation, into, date, at }: Merger): Promise<string[]> {
  if (!isDay(date)) return ['日历上没有这一天，请重新选择日期']
  if (organisation.id === into.id) return ['不能并入单位自己，请选择另一个单位']
  if (organisation.ended !== undefined) return [`「${organisation.name}」已撤并`]
  if (into.ended !== undefined) return [`「${into.name}」已撤并，请选择现在的单位`]
  const chain = (await inTree([into.id])).get(into.id)?.chain ?? []
  if (chain.includes(organisation.id)) return [`「${into.name}」是「${organisation.name}」的下级单位，不能并入它`]
  return dateObstacles({ date }, dayInChina(at))
}

/**
 * Records a merger and begins it, or has it begin on its day. The same again is the same merger; what was interrupted goes on.
 * @throws Problem `personnel-impossible` with the obstacles, `key-reused`.
 */
export async function recordMerger(merger: Merger): Promise<PersonnelOperation> {
  const held = await readPersonnel(merger.id)
  if (held !== undefined) return goOn(held, merger)
  const obstacles = await obstaclesToMerger(merger)
  if (obstacles.length > 0) throw impossible(obstacles)
  const { id, organisation, into, date, reason, by, at } = merger
  const isLater = date > dayInChina(at)
  const operation: PersonnelOperation = {
    id,
    asked: asked(merger),
    organisations: [organisation.id, into.id],
    left: [],
    event: 'merger',
    ...(isLater ? {} : { handedOver: 0 }),
    by: by.id,
    facts: {
      kind: 'merge',
      date,
      organisation: { id: organisation.id, name: organisation.name },
      into: { id: into.id, name: into.name },
      reason,
      by,
      at,
    },
  }
  const due = dueAt(beginningOf(date), { slice: 'permissions', kind: mergerDue, subject: id })
  const { written } = await transact([...personnelParts(operation), ...(isLater ? [{ put: due }] : [])])
  return goOn(written ? operation : ((await readPersonnel(id)) ?? operation), merger)
}

async function goOn(operation: PersonnelOperation, merger: Merger): Promise<PersonnelOperation> {
  if (operation.asked !== asked(merger)) throw new Problem('key-reused')
  if (operation.facts.date <= dayInChina(merger.at)) await startMerger(operation)
  return operation
}

/** Started again it is the same job. */
export async function startMerger({ id, by }: PersonnelOperation): Promise<void> {
  await startJob({ id: `j${id.slice(1)}`, kind: mergerJob, input: { operation: id }, by, message: '正在合并单位' })
}
