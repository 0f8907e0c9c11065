import { dayInChina, now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { type TransactionPart, transact } from '../platform/table/write'
import { readStandingItem, standingPut } from './account.store'
import { type PostRecord, postPut, postsOf, readOfficials, readPosts } from './directory.store'
import { handOver, stillOfUse } from './domain/duty'
import type { Organisation } from './domain/records'
import { dutiesOfOrganisation, readDuties, saveDuties } from './duty.store'
import { handoverPut, rulesFor } from './handover.store'
import { handoverOf } from './handovers'
import { inTree, organisationNow, organisationPut, organisationsBelow } from './organisation.store'
import { handedOverUpdate, type PersonnelOperation, readPersonnel } from './personnel.store'
import { standingOf } from './standing'
import { startStandings } from './standings.job'

/** In this order nobody is ever without the places they had: the successor manages them before anybody comes over. */
const phases = ['places', 'posts', 'below', 'duties', 'end'] as const
type Phase = (typeof phases)[number]

interface Stand {
  /** Everything is done twice: what was put there while the first pass was under way is found the second time. */
  readonly pass: 1 | 2
  readonly phase: Phase
  readonly done: number
}

interface Merging {
  readonly operation: PersonnelOperation
  readonly from: Organisation
  readonly into: Organisation
  readonly date: string
}

/** Longer than any function may run, and than an index takes to show what was written. */
const settlingSeconds = 150
/** As many standings fit into one transaction with their post. */
const holdersAtOnce = 90

/** @returns how much was done; 0 when nothing of this phase is left. Each step is one decision, and done again it finds nothing to do. */
const steps: Readonly<Record<Phase, (merging: Merging) => Promise<number>>> = {
  places: addPlaces,
  posts: moveNextPost,
  below: moveNextBelow,
  duties: moveNextDuty,
  end,
}

export const mergerStep: JobStep = async ({ input, cursor }) => {
  const operation = await readPersonnel(input.operation ?? '')
  const { organisation, into, date } = operation?.facts ?? {}
  const [from, to] = await Promise.all([organisationNow(organisation?.id ?? ''), organisationNow(into?.id ?? '')])
  const stand: Stand = cursor === undefined ? { pass: 1, phase: 'places', done: 0 } : JSON.parse(cursor)
  if (operation === undefined || from === undefined || to === undefined || date === undefined)
    return { done: 0, total: 0, finished: true, message: '没有这项合并' }
  if (operation.handedOver === undefined) await transact([{ update: handedOverUpdate(operation.id, 0) }])
  const moved = await steps[stand.phase]({ operation, from, into: to, date })
  const done = stand.done + moved
  if (moved > 0) return going({ ...stand, done })
  const phase = phases[phases.indexOf(stand.phase) + 1]
  if (phase !== undefined) return going({ ...stand, phase, done })
  await startStandings(to.id, `${operation.id}:${stand.pass}`, operation.by)
  if (stand.pass === 2) return { done, total: done, finished: true, message: `已并入「${to.name}」` }
  return { ...going({ pass: 2, phase: 'posts', done }), waitSeconds: settlingSeconds }
}

const going = (stand: Stand) => ({
  cursor: JSON.stringify(stand),
  done: stand.done,
  total: 0,
  finished: false,
  message: `正在合并单位，已转入 ${stand.done} 项`,
})

/** A decision that met another one is taken again. */
async function decided(parts: readonly TransactionPart[], count: number): Promise<number> {
  const { written } = await transact(parts)
  if (!written) throw new Error('changed meanwhile: the step comes again')
  return count
}

async function addPlaces({ operation, from, into }: Merging): Promise<number> {
  const missing = from.manages.filter((place) => !into.manages.includes(place))
  if (missing.length === 0) return 0
  const wider = { ...into, manages: [...into.manages, ...missing], version: into.version + 1 }
  return decided([{ put: organisationPut(wider, operation.by) }], missing.length)
}

/** One post with everybody on it: they are in the successor from that moment on. */
async function moveNextPost(merging: Merging): Promise<number> {
  const { operation, from, into } = merging
  const posts = await readPosts((await postsOf(from.id)).map(({ id }) => id))
  const post = [...posts.values()].find(({ organisationId }) => organisationId === from.id)
  if (post === undefined) return 0
  const moved: PostRecord = { ...post, organisationId: into.id, version: post.version + 1 }
  const today = dayInChina(now())
  const current = moved.holders.filter(({ until }) => until === undefined || until > today)
  const officials = [...(await readOfficials(current.map(({ official }) => official))).values()].slice(0, holdersAtOnce)
  const held = await readPosts(officials.flatMap(({ holdings }) => holdings.map((holding) => holding.post)))
  held.set(moved.id, moved)
  const organisations = await inTree([...new Set([...held.values()].map(({ organisationId }) => organisationId))])
  const surroundings = { posts: held, organisations }
  const standings = await Promise.all(
    officials.map(async (one) => standingOf(one, await readStandingItem(one.id), surroundings)),
  )
  await handOverWork(merging, post, [...new Set(current.map(({ official }) => official))])
  return decided([{ put: postPut(moved, operation.by) }, ...standings.map((one) => ({ put: standingPut(one) }))], 1)
}

/** Open work stays with who has it, for they keep their posts, unless the rules of what is merged say otherwise. */
async function handOverWork({ operation, from }: Merging, post: PostRecord, holders: readonly string[]): Promise<void> {
  const at = (await inTree([from.id])).get(from.id)
  if (at === undefined) return
  const { rules } = await rulesFor(at.chain)
  if (rules.merger === 'successor') return
  for (const official of holders) {
    const leaving = { operation: operation.id, official, post, event: 'merger' as const, whole: true }
    const handover = await handoverOf(leaving, at)
    if (handover !== undefined) await transact([{ put: handoverPut(handover) }])
  }
}

async function moveNextBelow({ operation, from, into }: Merging): Promise<number> {
  for (const { id } of await organisationsBelow(from.id)) {
    const child = await organisationNow(id)
    if (child === undefined || child.parentId !== from.id) continue
    const moved = { ...child, parentId: into.id, version: child.version + 1 }
    await decided([{ put: organisationPut(moved, operation.by) }], 1)
    await startStandings(id, operation.id, operation.by)
    return 1
  }
  return 0
}

/** What the merged was answerable for, the successor is from the day on. */
async function moveNextDuty({ operation, from, into, date }: Merging): Promise<number> {
  const today = dayInChina(now())
  for (const { place, duty } of await dutiesOfOrganisation(from.id, today)) {
    const held = (await readDuties([place], true)).get(place)
    const timeline = held?.timelines[duty] ?? []
    const last = timeline.at(-1)
    if (held === undefined || last?.organisation !== from.id || last.until !== undefined) continue
    const handover = handOver(timeline, into.id, last.from > date ? last.from : date, today)
    if (handover === undefined || handover.begun.length === 0) continue
    const saved = await saveDuties({
      place,
      duty,
      timelines: { ...held.timelines, [duty]: stillOfUse(handover.timeline, today) },
      seen: held.version,
      begun: handover.begun,
      ended: handover.ended,
      reason: operation.facts.reason,
      at: now(),
      by: operation.by,
    })
    if (!saved) throw new Error('changed meanwhile: the step comes again')
    return 1
  }
  return 0
}

async function end({ operation, from, into, date }: Merging): Promise<number> {
  if (from.ended !== undefined) return 0
  const ended = { ...from, manages: [], ended: { date, into: into.id }, version: from.version + 1 }
  return decided([{ put: organisationPut(ended, operation.by) }], 1)
}
