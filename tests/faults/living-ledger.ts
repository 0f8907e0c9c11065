/**
 * Lives through the happenings of a plan in a process of its own, over the table of the test that kills it, while every now and then a write fails or its
 * answer is lost. Says `done N` after each; with `check` it works everything off instead and prints what is there.
 */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperationBody } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { operate } from '../../functions/hierarchy/operations'
import { knowledgeNow } from '../../functions/knowledge/index'
import { applyToGraph } from '../../functions/ledgers/apply'
import { decide } from '../../functions/ledgers/decide'
import { readEntity } from '../../functions/ledgers/entity.store'
import { type Ledger, readLedger, saveLedger } from '../../functions/ledgers/ledger.store'
import { recountLedger } from '../../functions/ledgers/recount'
import { mintedFrom } from '../../functions/ledgers/resolve'
import { keepRows } from '../../functions/ledgers/rows'
import { rowsJob } from '../../functions/ledgers/rows.job'
import { withdraw } from '../../functions/ledgers/sheets/withdraw'
import { setSurroundings, startSystem } from '../../functions/local/system'
import { hurryClock, moveClock, nowMillis } from '../../functions/platform/clock'
import { startJob } from '../../functions/platform/jobs'
import { intercept } from '../../functions/platform/table/client'
import { itemsOf } from '../table'
import { throttling, timeout } from './faults'
import { type Happening, planOf, random } from './ledger-chaos'

export interface Given {
  readonly tableEndpoint: string
  readonly tableName: string
  readonly secretsFile: string
  readonly folder: string
  readonly seed: number
  readonly count: number
  readonly doors: readonly PlaceId[]
  readonly compounds: readonly PlaceId[]
  readonly communities: readonly PlaceId[]
  /** Who lived there before it began. */
  readonly before: readonly string[]
  readonly byRule: string
  readonly byHand: string
}

const given: Given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const isChecking = process.argv[3] === 'check'
const { tableEndpoint, tableName, secretsFile, folder, seed, count } = given
setSurroundings({ tableEndpoint, tableName, wechatBaseUrl: '', smsBaseUrl: '' }, secretsFile)
const system = await startSystem({ tableEndpoint, tableName, folder, wechatBaseUrl: '', smsBaseUrl: '' })
hurryClock(true)
// Waiting moves the clock; one who comes after a death goes on from there. A clock that ran backwards would undo operations that are in force already.
const clockFile = join(folder, 'clock')
/** Longer than any single wait: the clock may have been moved once more before the death. */
const margin = 200_000
if (existsSync(clockFile)) moveClock(Math.max(0, Number(readFileSync(clockFile, 'utf8')) + margin - nowMillis()))
/** In one piece: a death in the middle leaves the one before. */
const keepClock = (): void => {
  writeFileSync(`${clockFile}.next`, String(nowMillis()))
  renameSync(`${clockFile}.next`, clockFile)
}
setInterval(keepClock, 20).unref()

const plan = planOf(seed, count, {
  doors: given.doors.length,
  compounds: given.compounds.length,
  communities: given.communities.length,
})
const progressFile = join(folder, 'progress')
const from = existsSync(progressFile) ? Number(readFileSync(progressFile, 'utf8')) : 0

const freshOf = (who: number): string => `chaos-${seed}-${who}`
const personOf = (who: number) => mintedFrom(freshOf(who))
const sourceOf = (position: number): string => `chaos-${seed}-${position}`
const atOf = (position: number): string => new Date(Date.UTC(2026, 9, 1) + position * 1000).toISOString()

/** Asks again until it is done, as a client does. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    try {
      await work()
      return
    } catch (error) {
      if (error instanceof Problem && error.code === 'operation-impossible') return
      if (attempt === 29) throw error
    }
  }
}

async function live(one: Happening, position: number): Promise<void> {
  const knowledge = await knowledgeNow()
  const [at, source] = [atOf(position), sourceOf(position)]
  const saying = { by: 'chaos', source: { kind: 'official' as const, id: source, label: '走访' }, at, knowledge }
  const speaker = { ...saying, authority: () => 'checked' as const }
  const doorOf = (door: number) => ({ known: entityId(given.doors[door] ?? '') })
  switch (one.kind) {
    case 'enter': {
      const ref = { fresh: freshOf(one.who) }
      const facts = [
        { attribute: 'person.name', value: one.name },
        { attribute: 'person.birthDate', value: one.born },
      ]
      const relations = [{ type: 'resides-at', from: ref, to: doorOf(one.door) }]
      return void (await applyToGraph(
        { knowledge: knowledge.version, entities: [{ ref, kind: 'person', facts }], relations },
        speaker,
      ))
    }
    case 'correct': {
      const facts = [{ attribute: one.attribute, value: one.value }]
      const entities = [{ ref: { known: personOf(one.who) }, kind: 'person' as const, facts }]
      return void (await applyToGraph({ knowledge: knowledge.version, entities, relations: [] }, speaker))
    }
    case 'move': {
      const relations = [{ type: 'resides-at', from: { known: personOf(one.who) }, to: doorOf(one.door) }]
      return void (await applyToGraph({ knowledge: knowledge.version, entities: [], relations }, speaker))
    }
    case 'merge': {
      const decision = { about: 'alike', other: personOf(one.into), outcome: 'same', key: source } as const
      return void (await decide(personOf(one.who), decision, { by: 'chaos', at, knowledge }))
    }
    case 'take-back': {
      const withdrawn = { id: sourceOf(one.source), at: atOf(one.source) }
      return void (await withdraw(personOf(one.who), withdrawn, { by: 'chaos', at, knowledge, label: '走访' }))
    }
    case 'pick':
      return keepRows(personOf(one.who), { ledger: given.byHand, picked: one.picked })
    case 'move-place': {
      const [place, to] = [given.compounds[one.which], given.communities[one.to]]
      if (place === undefined || to === undefined) throw new Error('the city has them')
      const date = new Date(nowMillis() + 8 * 3_600_000).toISOString().slice(0, 10)
      const body: OperationBody = { kind: 'move', to, date, reason: '区划调整' }
      return void (await operate(`t${seed}x${position}`, place, body, { id: 'system', name: '系统' }))
    }
    case 'rule':
      return rule(one.variant, source)
  }
}

const men: Condition = { about: 'code', attribute: 'person.sex', values: ['1'] }

/** Who is in changes: everybody, or men alone; and by what the list can be narrowed. */
async function rule(variant: number, job: string): Promise<void> {
  const seen = await readLedger(given.byRule)
  if (seen === undefined) throw new Error('the ledger is there')
  if (seen.job !== job) {
    const next: Ledger = {
      ...seen,
      content: {
        ...seen.content,
        membership: { by: 'rule', all: variant === 1 ? [men] : [] },
        filters: variant === 2 ? ['person.householdKind'] : ['person.sex'],
      },
      edition: seen.edition + 1,
      job,
    }
    if (!(await saveLedger(next, seen))) throw new Error('it changed meanwhile')
  }
  const { id, edition } = (await readLedger(given.byRule)) ?? seen
  await startJob({ id: job, kind: rowsJob, input: { ledger: id, edition: String(edition) }, by: 'chaos', message: '' })
}

async function workOff(): Promise<void> {
  for (;;) {
    await system.settle()
    const due = system.queues.nextDue
    if (due === undefined) return
    moveClock(Math.max(0, due - nowMillis()))
  }
}

/** What is there at last, told by what lies in the table and by a recount that knows nothing of how numbers are folded. */
async function check(): Promise<unknown> {
  await workOff()
  const { deadLetters, deadJobs } = system.queues
  const lines = (await itemsOf('ledgerLine')).filter(({ list }) => list === 'all')
  const idsIn = (ledger: string) =>
    lines
      .filter((line) => line.ledger === ledger)
      .map(({ entityId: id }) => String(id))
      .filter((id) => !given.before.includes(id))
  const drifts: { readonly measure: string; readonly drift: number; readonly wrong: unknown }[] = []
  for (const id of [given.byRule, given.byHand]) {
    const ledger = await readLedger(id)
    if (ledger === undefined) throw new Error('the ledger is there')
    for await (const { measure, drift, wrong } of recountLedger(ledger)) drifts.push({ measure, drift, wrong })
  }
  const people = await Promise.all(
    [...plan.left].map(async ([who, { door, picked }]) => {
      const entity = await readEntity(personOf(who), true)
      return {
        id: personOf(who),
        isThere: entity?.id === personOf(who),
        isAtHome: door === undefined || entity?.path?.endsWith(given.doors[door] ?? '-') === true,
        isIn: plan.variant !== 1 || entity?.facts['person.sex']?.value === '1',
        picked,
      }
    }),
  )
  return {
    deadLetters: deadLetters.map(({ slice, message }) => `${slice} ${message.entity} ${message.group}`),
    deadJobs,
    drifts: drifts.map(({ drift }) => drift),
    wrong: drifts.flatMap(({ measure, drift, wrong }) => (drift === 0 ? [] : [{ measure, wrong }])),
    lost: people.filter(({ isThere, isAtHome }) => !isThere || !isAtHome).map(({ id }) => id),
    left: people.length,
    byRule: {
      should: people
        .filter(({ isIn }) => isIn)
        .map(({ id }) => id)
        .sort(),
      is: idsIn(given.byRule).sort(),
    },
    byHand: {
      should: people
        .filter(({ picked }) => picked)
        .map(({ id }) => id)
        .sort(),
      is: idsIn(given.byHand).sort(),
    },
  }
}

if (isChecking) {
  const found = await check()
  writeFileSync(join(folder, 'found.json'), JSON.stringify(found))
  await system.stop()
  process.exit(0)
}

const dice = random(seed * 1000 + from)
intercept(async (command, _input, next) => {
  const isWrite = command.startsWith('Put') || command.startsWith('Transact') || command.startsWith('BatchWrite')
  if (!isWrite || dice(1000) >= 6) return next()
  if (dice(2) === 0) throw throttling()
  await next()
  throw timeout()
})
for (let position = from; position < plan.happenings.length; position++) {
  const one = plan.happenings[position]
  if (one === undefined) break
  // The words of who may be the same are looked up in what was said before.
  if (one.kind === 'merge' || one.kind === 'take-back' || one.kind === 'pick') await system.settle()
  await insist(() => live(one, position))
  writeFileSync(progressFile, String(position + 1))
  keepClock()
  process.stdout.write(`done ${position + 1}\n`)
}
await workOff()
process.stdout.write('finished\n')
await system.stop()
process.exit(0)
