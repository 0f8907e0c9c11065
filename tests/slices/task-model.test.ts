import { type Api, mintOperationId, mintStepKey, mintTaskId } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { dayInChina } from '@zmht/shared/knowledge'
import { type ItemState, itemStates } from '@zmht/shared/rules'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { findPlace } from '../../functions/hierarchy/index'
import { forgetEverything } from '../../functions/platform/cache'
import { everyItem } from '../../functions/platform/table/scan'
import { readItem, readItemSteps } from '../../functions/tasks/item.store'
import { recountTasks } from '../../functions/tasks/recount'
import { officialPhones } from '../people'
import { codeOf } from '../refusal'
import { communityTask } from '../tasks'
import { aWorld, type World } from '../world'

/**
 * Whatever people do to a task, in whatever order, offline or twice, its items are as a reference says that knows nothing of how they are kept: a state, a holder,
 * how often it came back, and every answer that was ever taken.
 */

const actors = ['worker', 'colleague', 'neighbour'] as const
type Actor = (typeof actors)[number]

let world: World
const apis = new Map<string, Api>()
const ids = new Map<Actor, string>()

const apiOf = (name: string): Api => {
  const api = apis.get(name)
  if (api === undefined) throw new Error(`nobody is called ${name}`)
  return api
}

beforeAll(async () => {
  world = await aWorld()
  await signIn()
  for (const actor of actors) ids.set(actor, (await apiOf(actor).permissions.me()).id)
})
afterAll(() => world.stop())

async function signIn(): Promise<void> {
  const official = await officialPhones()
  const phones = {
    worker: official.worker,
    colleague: official.secretary,
    neighbour: official.neighbourWorker,
    issuer: official.subdistrict,
    arbiter: official.district,
  }
  for (const [name, phone] of Object.entries(phones))
    apis.set(name, world.as((await world.signIn('gov', phone)).accessToken))
}

/** One thing somebody does. `item`: one of all there are, by number. */
type Deed =
  | { readonly does: 'claim' | 'release' | 'give-back' | 'transfer'; readonly by: Actor; readonly item: number }
  | { readonly does: 'answer'; readonly by: Actor; readonly item: number; readonly base: 'none' | 'taken' | 'now' }
  | { readonly does: 'take'; readonly by: Actor }
  | { readonly does: 'return' | 'cancel'; readonly by: 'issuer' | 'arbiter'; readonly item: number }
  | { readonly does: 'suspend' | 'resume' | 'widen' }
  /** The compound of an item's building goes to the other community, with everything in it. */
  | { readonly does: 'move'; readonly item: number }
  | { readonly does: 'again' }

const actor = fc.constantFrom(...actors)
const item = fc.nat(40)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constantFrom('claim', 'release', 'transfer'), by: actor, item }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('give-back'), by: actor, item: fc.nat(4) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('answer'),
      by: actor,
      item: fc.nat(8),
      base: fc.constantFrom('none', 'taken', 'now'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('take'), by: actor }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constantFrom('return', 'return', 'return', 'cancel'),
      by: fc.constantFrom('issuer', 'issuer', 'arbiter'),
      item: fc.nat(6),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('suspend', 'resume', 'resume', 'widen') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('again') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('move'), item: fc.nat(40) }) },
)

type At = 'north' | 'west'

interface Kept {
  readonly id: string
  readonly subject: string
  readonly compound: PlaceId
  at: At
  state: ItemState
  holder: Actor | undefined
  rounds: number
  ruled: boolean
  revision: number
  /** How many steps it has taken: a move of its place is none of them. */
  steps: number
  answered: { by: Actor; revision: number } | undefined
  readonly answers: string[]
}

interface Reference {
  running: boolean
  edition: number
  wide: boolean
  readonly items: Kept[]
  /** What each had in hand when they went out. */
  readonly taken: Map<Actor, Map<string, number>>
}

const ok = 'ok'

/** What the reference says becomes of a deed of a worker. */
function expected(model: Reference, deed: Extract<Deed, { by: Actor; item: number }>, one: Kept): string {
  if ((deed.by === 'neighbour') !== (one.at === 'west')) return 'outside-territory'
  if (!model.running) return 'task-not-running'
  const { state, holder } = one
  switch (deed.does) {
    case 'claim':
      return state === 'open' ? ok : 'step-not-allowed'
    case 'release':
      return state === 'claimed' && holder === deed.by ? ok : 'step-not-allowed'
    case 'transfer':
      // In the west nobody else works.
      if (deed.by === 'neighbour') return 'not-a-colleague'
      return state === 'open' || state === 'claimed' ? ok : 'step-not-allowed'
    case 'give-back':
      if (state !== 'open' && state !== 'claimed') return 'step-not-allowed'
      return one.ruled ? 'ruled-already' : ok
    case 'answer':
      return state === 'void' ? 'step-not-allowed' : ok
  }
}

function follow(one: Kept, deed: Extract<Deed, { by: Actor; item: number }>, key: string, base: number | undefined) {
  one.revision += 1
  one.steps += 1
  switch (deed.does) {
    case 'claim':
      one.state = 'claimed'
      one.holder = deed.by
      return
    case 'release':
      one.state = 'open'
      one.holder = undefined
      return
    case 'transfer':
      one.state = 'claimed'
      one.holder = other(deed.by)
      return
    case 'give-back':
      one.state = 'unable'
      one.holder = undefined
      one.rounds += 1
      return
    case 'answer': {
      one.answers.push(key)
      const former = one.answered
      const isBeside =
        one.state === 'done' &&
        base !== undefined &&
        former !== undefined &&
        former.revision > base &&
        former.by !== deed.by
      if (isBeside) return
      one.state = 'done'
      one.holder = undefined
      one.answered = { by: deed.by, revision: one.revision }
    }
  }
}

const other = (by: Actor): Actor => (by === 'worker' ? 'colleague' : 'worker')

/** Whether a return or a cancellation is somebody's, by the reference. */
function isTheirs(one: Kept, { does, by }: Extract<Deed, { does: 'return' | 'cancel' }>): boolean {
  const isToRule = one.state === 'unable' && one.rounds >= 3
  // The superior of who issued it is neither the issuer nor between, but for what is theirs to rule.
  if (by === 'arbiter') return isToRule
  if (does === 'return') return one.state === 'done' || (one.state === 'unable' && !isToRule)
  return one.state === 'open' || one.state === 'claimed' || (one.state === 'unable' && !isToRule)
}

/** The compound a building stands in. */
async function compoundOf(building: string): Promise<PlaceId> {
  const place = isPlaceId(building) ? await findPlace(building) : undefined
  const compound = place?.tiers.find(({ level }) => level === 'compound')
  if (compound === undefined) throw new Error('every building stands in a compound')
  return compound.id
}

async function play(deeds: readonly Deed[]): Promise<void> {
  const taskId = mintTaskId()
  const params = { taskId }
  const content = { ...communityTask(), about: { of: 'places', level: 'building' } } as const
  const issuer = () => apiOf('issuer')
  await issuer().tasks.saveTask({ params, body: { content, within: [world.places.north], edition: 0 } })
  await issuer().tasks.changeTask({ params, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  const compounds = new Map<PlaceId, { readonly home: At; at: At }>()
  const model: Reference = { running: true, edition: 2, wide: false, items: [], taken: new Map() }
  await lookFor('north')
  /** The items of a community that came with a dispatch. */
  async function lookFor(at: At): Promise<void> {
    forgetEverything()
    const { items } = await apiOf(at === 'west' ? 'neighbour' : 'worker').tasks.items({ params, query: {} })
    for (const { id, subject, state } of items) {
      // What was moved there before is asked already.
      if (model.items.some((one) => one.id === id)) continue
      const compound = await compoundOf(subject)
      if (!compounds.has(compound)) compounds.set(compound, { home: at, at })
      model.items.push({
        ...{ id, subject, at, state, holder: undefined, rounds: 0, ruled: false, revision: 1, steps: 0 },
        ...{ compound, answered: undefined, answers: [] },
      })
    }
  }
  const countsAt = async (place: PlaceId) =>
    Object.fromEntries(
      Object.entries((await issuer().tasks.taskCounts({ params, query: { place } })).groups).filter(
        ([, many]) => many > 0,
      ),
    )
  let last: (() => Promise<unknown>) | undefined
  const tell = async (next: 'suspend' | 'resume'): Promise<void> => {
    const code = await codeOf(issuer().tasks.changeTask({ params, body: { action: next, edition: model.edition } }))
    expect(code).toBe(model.running === (next === 'suspend') ? ok : 'step-not-allowed')
    if (code !== ok) return
    model.running = next === 'resume'
    model.edition += 1
    // What is at rest has no last day, and has it again when it goes on: its items are written for it.
    await followed(model.items)
  }
  for (const one of deeds) await act(one)
  if (!model.running) await tell('resume')
  await settle()
  // The next one finds the world as it was.
  await issuer().tasks.changeTask({ params, body: { action: 'withdraw', edition: model.edition } })
  for (const [compound, { home, at }] of compounds) if (home !== at) await move(compound)

  async function move(compound: PlaceId): Promise<void> {
    const where = compounds.get(compound)
    if (where === undefined) throw new Error('every compound is known')
    where.at = where.at === 'north' ? 'west' : 'north'
    const code = await codeOf(
      apiOf('issuer').hierarchy.operate({
        params: { placeId: compound, operationId: mintOperationId() },
        body: {
          kind: 'move',
          date: dayInChina(new Date().toISOString()),
          reason: '社区规模调整',
          to: world.places[where.at],
        },
      }),
    )
    expect(code).toBe(ok)
    const moved = model.items.filter((one) => one.compound === compound)
    const before = moved.map(({ revision }) => revision)
    await followed(moved)
    for (const [at, one] of moved.entries()) {
      one.at = where.at
      expect(one.revision).toBeGreaterThan(before[at] ?? 0)
    }
  }

  /** What follows of itself is no step, and counts the revision up: nobody decides on what was so before. */
  async function followed(items: readonly Kept[]): Promise<void> {
    await world.workOff()
    forgetEverything()
    // Time has passed until all had followed: a session has an end.
    await signIn()
    for (const one of items) {
      const revision = (await readItem(one.id))?.revision ?? 0
      expect(revision).toBeGreaterThanOrEqual(one.revision)
      one.revision = revision
    }
  }

  async function act(one: Deed): Promise<void> {
    switch (one.does) {
      case 'again':
        // What was taken before changes nothing when it is sent again.
        await last?.()
        return
      case 'suspend':
      case 'resume':
        return tell(one.does)
      case 'widen': {
        const { basis, due, form } = content
        const body = { basis, due, form, more: [world.places.west] }
        await issuer().tasks.amendTask({ params: { ...params, edition: String(model.edition + 1) }, body })
        model.edition += 1
        await world.workOff()
        if (!model.wide) await lookFor('west')
        model.wide = true
        forgetEverything()
        return
      }
      case 'move': {
        const kept = model.items[one.item % model.items.length]
        if (kept !== undefined) await move(kept.compound)
        return
      }
      case 'take': {
        const revisions = new Map<string, number>()
        const packed = await apiOf(one.by).tasks.pack({ params, query: {} })
        for (const { id, revision } of packed.items) revisions.set(id, revision)
        for (const kept of model.items) if (revisions.has(kept.id)) expect(revisions.get(kept.id)).toBe(kept.revision)
        model.taken.set(one.by, revisions)
        return
      }
      case 'return':
      case 'cancel': {
        const kept = model.items[one.item % model.items.length]
        if (kept === undefined) return
        const body = { key: mintStepKey(), action: one.does, items: [kept.id], note: '请核对' }
        const send = () => apiOf(one.by).tasks.returnItems({ params, body })
        if (!model.running) return expect(await codeOf(send())).toBe('task-not-running')
        const isOthers = one.by === 'arbiter' && !(kept.state === 'unable' && kept.rounds >= 3)
        if (isOthers) return expect(await codeOf(send())).toBe('forbidden')
        const { done } = await send()
        expect({ one, state: kept.state, done }).toEqual({
          one,
          state: kept.state,
          done: isTheirs(kept, one) ? [kept.id] : [],
        })
        if (done.length === 0) return
        if (kept.state === 'unable' && kept.rounds >= 3 && one.does === 'return') kept.ruled = true
        kept.state = one.does === 'return' ? 'open' : 'void'
        kept.holder = undefined
        kept.revision += 1
        kept.steps += 1
        return
      }
      default:
        return work(one)
    }
  }

  async function work(one: Extract<Deed, { by: Actor; item: number }>): Promise<void> {
    const kept = model.items[one.item % model.items.length]
    if (kept === undefined) return
    const key = mintStepKey()
    const base =
      one.does !== 'answer' || one.base === 'none'
        ? undefined
        : one.base === 'now'
          ? kept.revision
          : (model.taken.get(one.by)?.get(kept.id) ?? 1)
    const at = { itemId: kept.id }
    const { tasks } = apiOf(one.by)
    const send = (): Promise<unknown> => {
      if (one.does === 'answer') {
        const answers = { home: [{ entity: kept.subject as never, values: { households: kept.revision } }] } // the subject of the item
        return tasks.answerItem({ params: { ...at, key }, body: { answers, ...(base === undefined ? {} : { base }) } })
      }
      if (one.does === 'transfer')
        return tasks.handOver({ params: at, body: { key, to: ids.get(other(one.by)) ?? '' } })
      const note = one.does === 'give-back' ? { note: '找不到' } : {}
      return tasks.moveItem({ params: at, body: { key, action: one.does, ...note } })
    }
    const code = await codeOf(send())
    expect({ one, state: kept.state, code }).toEqual({ one, state: kept.state, code: expected(model, one, kept) })
    if (code !== ok) return
    follow(kept, one, key, base)
    if (model.running) last = () => codeOf(send())
  }

  /** Everything that follows has followed: what is kept, listed and counted is what the reference says. */
  async function settle(): Promise<void> {
    await world.workOff()
    forgetEverything()
    const stored = new Map<string, Readonly<Record<string, unknown>>>()
    for await (const row of everyItem('taskItem')) if (row.taskId === taskId) stored.set(String(row.id), row)
    expect([...stored.keys()].sort()).toEqual(model.items.map(({ id }) => id).sort())
    for (const one of model.items) {
      const row = stored.get(one.id)
      expect(row).toMatchObject({ state: one.state, revision: one.revision })
      const holder = one.holder === undefined ? undefined : ids.get(one.holder)
      expect((row?.claimedBy as { id?: string } | undefined)?.id).toBe(holder) // as it is kept
      const steps = await readItemSteps(one.id)
      expect(steps).toHaveLength(one.steps)
      expect(steps.flatMap(({ key, answers }) => (answers === undefined ? [] : [key]))).toEqual(one.answers)
    }
    for (const [at, by] of [
      ['north', 'worker'],
      ['west', 'neighbour'],
    ] as const) {
      const here = model.items.filter((one) => one.at === at)
      const listed: string[] = []
      for (const state of itemStates) {
        const { items } = await apiOf(by).tasks.items({ params, query: { state } })
        listed.push(...items.map(({ id }) => id))
        expect(items.map(({ id }) => id).sort()).toEqual(
          here
            .filter((one) => one.state === state)
            .map(({ id }) => id)
            .sort(),
        )
      }
      // Each is somewhere exactly once.
      expect(listed.sort()).toEqual(here.map(({ id }) => id).sort())
      expect(await countsAt(world.places[at])).toEqual(countsOf(here))
    }
    expect(await countsAt(idOfDivision('110105026'))).toEqual(countsOf(model.items))
    for (const by of actors) {
      const held = (await apiOf(by).tasks.heldItems({ query: {} })).items.filter((one) => one.taskId === taskId)
      // What lies elsewhere by now is told to nobody who had it.
      const own = by === 'neighbour' ? 'west' : 'north'
      expect(held.map(({ id }) => id).sort()).toEqual(
        model.items
          .filter(({ holder, at }) => holder === by && at === own)
          .map(({ id }) => id)
          .sort(),
      )
    }
    for await (const { drift, name } of recountTasks()) expect({ name, drift }).toEqual({ name, drift: 0 })
  }
}

function countsOf(items: readonly Kept[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

test('whatever is done to a task, in whatever order, offline and twice, its items and numbers are what a reference says', async () => {
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 30, maxLength: 60 }), play), {
    numRuns: Number(process.env.ZMHT_MODEL_RUNS ?? 5),
    endOnFailure: true,
  })
})
