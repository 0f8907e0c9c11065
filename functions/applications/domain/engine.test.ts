import { actionWords, circlesIn } from '@zmht/shared/applications'
import type { ApplicationContent, Wire, WireAction } from '@zmht/shared/contract'
import { mostHops, mostTouches, serviceMoments, wireSteps } from '@zmht/shared/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterAction, nextAction, type RunStand, setOffBy, triedAgain } from './engine'
import { hopsAfter, type Trace, touchedAgain } from './trace'

/**
 * Random wirings over a small world: requests of services that move by steps, and somebody who is put into ledgers kept by hand and taken out again. Nothing else of what a
 * wire does has consequences without a person.
 */
const services = ['s1', 's2', 's3'] as const
const ledgers = ['l1', 'l2', 'l3'] as const

const anyTrigger: fc.Arbitrary<Wire['when']> = fc.oneof(
  fc.record({
    of: fc.constant('service' as const),
    part: fc.constantFrom(...services),
    at: fc.constantFrom(...serviceMoments),
  }),
  fc.record({
    of: fc.constant('ledger' as const),
    part: fc.constantFrom(...ledgers),
    at: fc.constantFrom('added', 'removed'),
  }),
)
const anyAction: fc.Arbitrary<WireAction> = fc.oneof(
  fc.record({ do: fc.constant('put-in' as const), ledger: fc.constantFrom(...ledgers) }),
  fc.record({ do: fc.constant('take-out' as const), ledger: fc.constantFrom(...ledgers) }),
  fc.record({ do: fc.constant('step' as const), step: fc.constantFrom(...wireSteps), note: fc.constant('好的') }),
  fc.record({ do: fc.constant('errand' as const), says: fc.constant('去看看'), days: fc.constant(1) }),
  fc.record({ do: fc.constant('start' as const), task: fc.constant('t1') }),
)
const anyWiring: fc.Arbitrary<Wire[]> = fc
  .array(fc.record({ when: anyTrigger, does: fc.array(anyAction, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((wires) => wires.map((wire, index) => ({ key: `w${index}`, ...wire })))

/** What the official may: of each thing, whether they may do it there. */
const anyPermission = fc.uniqueArray(fc.constantFrom(...services, ...ledgers, 't1'))

const next: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claim: { submitted: 'claimed' },
  confirm: { submitted: 'confirmed', claimed: 'confirmed' },
  close: { submitted: 'closed', claimed: 'closed', confirmed: 'closed' },
  decline: { submitted: 'declined', claimed: 'declined', confirmed: 'declined' },
}

interface Set1 {
  readonly wire: Wire
  readonly service: string
  readonly hops: number
  stand: RunStand
}

const at = '2026-11-30T04:00:00.000Z'
const content: Pick<ApplicationContent, 'parts' | 'roles'> = { parts: [], roles: [] }

/** Carries out what a moment sets off, and all that follows, as the server does: one run after another. */
function world(wiring: readonly Wire[], allowed: ReadonlySet<string>) {
  const states = new Map<string, string>(services.map((one) => [one, 'submitted']))
  const isIn = new Set<string>()
  const traces = new Map<string, Trace>()
  const runs: Set1[] = []
  const done: { readonly what: string; readonly on: string }[] = []
  const kept = wiring.map((wire) => ({ wire }))
  const queue: Set1[] = []

  const setOff = (source: string, moment: string, touched: string, service: string) => {
    const hops = hopsAfter(traces.get(touched), at)
    const waiting = kept.filter(({ wire }) => wire.when.part === source)
    for (const { kept: one, state } of setOffBy(waiting, moment, hops)) {
      const run: Set1 = { wire: one.wire, service, hops, stand: { state, steps: [] } }
      runs.push(run)
      if (state === 'waiting') queue.push(run)
    }
  }
  const touch = (touched: string, hops: number) => traces.set(touched, touchedAgain(traces.get(touched), hops, at))

  /** @returns why it was refused */
  const act = (action: WireAction, run: Set1): string | undefined => {
    const on = action.do === 'step' || action.do === 'errand' ? run.service : 'ledger' in action ? action.ledger : 't1'
    touch(on, run.hops + 1)
    if (!allowed.has(on)) return '没有权限'
    if (action.do === 'step') {
      const state = next[action.step]?.[states.get(on) ?? '']
      if (state === undefined) return '现在不能这样办理'
      states.set(on, state)
      done.push({ what: action.do, on })
      if (state !== 'claimed') setOff(on, state, on, on)
      return undefined
    }
    done.push({ what: action.do, on })
    if (action.do === 'put-in' && !isIn.has(on)) {
      isIn.add(on)
      setOff(on, 'added', on, run.service)
    }
    if (action.do === 'take-out' && isIn.delete(on)) setOff(on, 'removed', on, run.service)
    return undefined
  }
  const work = () => {
    let steps = 0
    for (let run = queue.shift(); run !== undefined; run = queue.shift()) {
      const says = run.wire.does.map((action) => actionWords(action, content))
      while (run.stand.state === 'waiting') {
        const action = nextAction(run.stand, run.wire)
        if (action === undefined) throw new Error('a run without an action left is done')
        run.stand = afterAction(run.stand, says, act(action, run))
        steps += 1
        // Far beyond what the bounds allow: it would never end.
        if (steps > 50_000) throw new Error('it does not end')
      }
    }
  }
  return {
    ...{ runs, done, work },
    happen: () => {
      for (const service of services) setOff(service, 'submitted', service, service)
      for (const service of services) setOff(service, 'overdue', service, service)
      work()
    },
    retry: (run: Set1) => {
      const { hops: _hops, ...stand } = triedAgain(run.stand)
      run.stand = stand
      queue.push(run)
      work()
    },
  }
}

/** 10,000 by default: some seconds. */
const numRuns = Number(process.env.WIRING_GRAPHS ?? 10_000)

test('whatever the wiring: it ends, does nothing its official may not, and every failure is seen and can be tried again', () => {
  let stopped = 0
  let failed = 0
  fc.assert(
    fc.property(anyWiring, anyPermission, (wiring, permission) => {
      const allowed = new Set<string>(permission)
      const one = world(wiring, allowed)
      one.happen()
      expect(one.done.every(({ on }) => allowed.has(on))).toBe(true)
      const touches = new Map<string, number>()
      for (const { on } of one.done) touches.set(on, (touches.get(on) ?? 0) + 1)
      for (const run of one.runs) {
        expect(run.hops).toBeLessThanOrEqual(mostHops)
        expect(run.stand.state).not.toBe('waiting')
        if (run.stand.state === 'stopped') stopped += 1
        if (run.stand.state !== 'failed') continue
        failed += 1
        const at = run.stand.steps.findIndex(({ state }) => state === 'failed')
        expect(run.stand.steps[at]?.problem).toMatch(/没有权限|不能这样/)
        expect(run.stand.steps).toHaveLength(run.wire.does.length)
        expect(run.stand.steps.slice(at + 1).every(({ state }) => state === 'left')).toBe(true)
      }
      // Given the right, what was refused for want of it goes on from where it stopped.
      const refused = one.runs.find(({ stand }) => stand.steps.some(({ problem }) => problem === '没有权限'))
      if (refused === undefined) return
      const before = refused.stand.steps.filter(({ state }) => state === 'done').length
      for (const thing of [...services, ...ledgers, 't1']) allowed.add(thing)
      one.retry(refused)
      const after = refused.stand.steps.filter(({ state }) => state === 'done').length
      expect(refused.stand.state === 'done' || after >= before).toBe(true)
      expect(refused.stand.steps.every(({ problem }) => problem !== '没有权限')).toBe(true)
    }),
    { numRuns },
  )
  process.stdout.write(`${numRuns} random wirings: ${stopped} runs stopped in a circle, ${failed} refused and shown\n`)
  expect(stopped).toBeGreaterThan(0)
  expect(failed).toBeGreaterThan(0)
})

test('what would go round for ever by itself is found before it is opened, and nothing else is', () => {
  fc.assert(
    fc.property(anyWiring, (wiring) => {
      const hasCircle = circlesIn(wiring).length > 0
      expect(hasCircle).toBe(goesRound(wiring))
    }),
    { numRuns: 2000 },
  )
})

/** By walking every way of a length no way without a circle has. */
function goesRound(wiring: readonly Wire[]): boolean {
  const moments = (wire: Wire): readonly string[] =>
    wire.does.flatMap((action) => {
      if (action.do === 'put-in') return [`${action.ledger}/added`]
      if (action.do === 'take-out') return [`${action.ledger}/removed`]
      const state =
        action.do === 'step'
          ? { confirm: 'confirmed', close: 'closed', decline: 'declined', claim: '' }[action.step]
          : ''
      return state === '' ? [] : [`${wire.when.part}/${state}`]
    })
  let ends: readonly Wire[] = wiring
  for (let length = 0; length <= wiring.length; length++) {
    const reached = new Set(ends.flatMap(moments))
    ends = wiring.filter(({ when }) => when.of !== 'notice' && reached.has(`${when.part}/${when.at}`))
    if (ends.length === 0) return false
  }
  return true
}

test('what the wiring touched too often is left alone for an hour', () => {
  let trace: Trace | undefined
  for (let touch = 0; touch < mostTouches; touch++) trace = touchedAgain(trace, 1, at)
  expect(hopsAfter(trace, at)).toBe(mostHops)
  expect(hopsAfter(trace, '2026-11-30T05:30:00.000Z')).toBe(0)
})
