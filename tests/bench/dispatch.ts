/**
 * `npm run bench -- dispatch`: one order to every community of Beijing, about the 20,000 rows of a ledger. Acknowledged at once, worked off in a process that is
 * killed with -9 three times, and exact at the end. `npm run bench -- dispatch 2000`: about so many rows.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mintTaskId, type TaskReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { taskTemplates } from '@zmht/shared/templates'
import { createTable, freePort, startEngine } from '../../functions/local/engine'
import { batchRate } from '../../functions/local/engine-rate'
import { localSecrets, setSurroundings } from '../../functions/local/system'
import { aLedgerLike } from '../ledgers'
import { atMost, type BenchRow, noted, printRows } from './rows'

const rows = Number(process.argv[2] ?? 20_000)
const kills = 3
const script = join(dirname(fileURLToPath(import.meta.url)), 'dispatching.ts')
const folder = mkdtempSync(join(tmpdir(), 'zmht-dispatch-'))
const secrets = join(folder, 'secrets.json')
localSecrets(secrets)
const engine = await startEngine(await freePort(), join(folder, 'table'))
const table = 'dispatch'
await createTable(engine.endpoint, table)
setSurroundings({ tableEndpoint: engine.endpoint, tableName: table, wechatBaseUrl: '', smsBaseUrl: '' }, secrets)

// Everything below reads its surroundings when it is first used.
const { seedDivisions } = await import('../../functions/local/seed')
const { idOfDivision } = await import('../../functions/hierarchy/divisions')
const { placesOfLevel, placesInside } = await import('../../functions/hierarchy/index')
const { knowledgeNow } = await import('../../functions/knowledge/index')
const { applyToGraph, placing } = await import('../../functions/ledgers/apply')
const { keepRows } = await import('../../functions/ledgers/rows')
const { saveLedger } = await import('../../functions/ledgers/ledger.store')
const { saveTask } = await import('../../functions/tasks/task.store')
const { dispatchJob } = await import('../../functions/tasks/dispatch.job')
const { startJob } = await import('../../functions/platform/jobs')
const { useQueues } = await import('../../functions/platform/stream/queue')
const { everyItem } = await import('../../functions/platform/table/scan')
const { entityId } = await import('@zmht/shared/knowledge')

useQueues({ send: async () => undefined, sendJob: async () => undefined })
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const beijing = idOfDivision('11')
await seedDivisions('11', () => undefined)

const communities: PlaceId[] = []
for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
  const { items, next } = await placesOfLevel(beijing, 'community', cursor)
  communities.push(...items.map(({ id }) => id))
  cursor = next
}
say(`${communities.length} communities; ${await placesInside(beijing, 'community')} counted`)

/** Shops, spread evenly over all communities, as a clerk would have entered them. */
const ledgerId = `l${'0'.repeat(19)}1`
const at = new Date().toISOString()
await saveLedger(
  {
    id: ledgerId,
    organisationId: `o${beijing}`,
    content: aLedgerLike('small-shops'),
    measures: [],
    within: [beijing],
    edition: 1,
    ended: false,
    at,
    by: 'bench',
  },
  undefined,
)
const knowledge = await knowledgeNow()
const [operatesAt = ''] = placing.organisation ?? []

async function enterShop(number: number): Promise<void> {
  const place = communities[number % communities.length]
  if (place === undefined) throw new Error('there are no communities')
  const ref = { fresh: `bench/shop-${number}` }
  const given = await applyToGraph(
    {
      knowledge: knowledge.version,
      entities: [
        {
          ref,
          kind: 'organisation',
          facts: [
            { attribute: 'organisation.name', value: `便民小店${number}` },
            { attribute: 'organisation.smallPlaceKind', value: '3' },
          ],
        },
      ],
      relations: [{ type: operatesAt, from: ref, to: { known: entityId(place) } }],
    },
    {
      by: 'bench',
      authority: () => 'checked',
      source: { kind: 'official', id: `s${number}`, label: '登记' },
      at,
      knowledge,
    },
  )
  const id = given.get(ref.fresh)
  if (id !== undefined) await keepRows(id)
}

const atOnce = 12
for (let from = 0; from < rows; from += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, rows - from) }, (_, index) => enterShop(from + index)))
  if (from % 2400 === 0) say(`${from} shops entered`)
}

const [fire] = taskTemplates
if (fire === undefined) throw new Error('a template is shipped')
const taskId = mintTaskId()
const job = `j${taskId}`
const draft = {
  id: taskId,
  organisationId: `o${beijing}`,
  content: {
    title: fire.title,
    basis: fire.basis,
    about: { of: 'ledger' as const, ledger: ledgerId },
    form: fire.form,
    due: '2099-12-31',
  } satisfies TaskReply['content'],
  within: [beijing],
  edition: 1,
  at,
  by: 'bench',
}
await saveTask({ ...draft, state: 'draft' }, undefined)
// What the person waits for: the order stands in the lists, and its job is begun.
const began = performance.now()
await saveTask({ ...draft, state: 'running', edition: 2, job, start: at.slice(0, 10) }, { ...draft, state: 'draft' })
await startJob({ id: job, kind: dispatchJob, input: { task: taskId }, by: 'bench', message: '正在下派' })
const acknowledged = (performance.now() - began) / 1000

interface Told {
  readonly done: number
  readonly made: number
  readonly seconds: number
  readonly writeUnits: number
  readonly readUnits: number
  readonly finished: boolean
  readonly message: string
}
const steps: Told[] = []

/** Runs the job until so many are done, and kills it there. @returns whether it finished */
function run(killAt: number): Promise<boolean> {
  const child: ChildProcess = fork(script, [engine.endpoint, table, job, secrets], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  let finished = false
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const told = message as Told // the script sends nothing else
      steps.push(told)
      finished ||= told.finished
      // In the middle of the step that follows.
      if (told.done >= killAt) setTimeout(() => child.kill('SIGKILL'), 60)
    })
    child.once('exit', () => resolve(finished))
  })
}
for (let time = 1; time <= kills; time++) {
  const finished = await run(Math.floor((rows * time) / (kills + 1)))
  say(`killed for the ${time}. time at ${steps.at(-1)?.done} of ${rows}${finished ? ': it had finished' : ''}`)
}
const undisturbed = steps.length
await run(Number.POSITIVE_INFINITY)

const subjects = new Map<string, number>()
for await (const { taskId: of, subject } of everyItem('taskItem'))
  if (of === taskId) subjects.set(String(subject), (subjects.get(String(subject)) ?? 0) + 1)
const sum = (of: (told: Told) => number) => steps.slice(undisturbed).reduce((total, told) => total + of(told), 0)
const made = sum((told) => told.made)
const rate = made / sum(({ seconds }) => seconds)
await engine.stop()
const yardstick = await batchRate(join(folder, 'rate'))
rmSync(folder, { recursive: true, force: true })
const figures: BenchRow[] = [
  atMost(`dispatch ${rows} items to ${communities.length} communities: acknowledged`, acknowledged, 1, 's'),
  atMost('items missing at the end, after three kill -9', rows - subjects.size, 0, 'items'),
  atMost('items made twice', [...subjects.values()].filter((count) => count > 1).length, 0, 'items'),
  atMost(
    'write units an item, its three indexes and the job included',
    sum((told) => told.writeUnits) / made,
    6,
    'write units',
  ),
  noted('read units an item', sum((told) => told.readUnits) / made, 'read units'),
  noted(
    `rate: one item for so many of the engine’s own batch writes (${rate.toFixed(0)} items a second here)`,
    yardstick / rate,
    'items',
  ),
]
process.exit(printRows(figures) ? 0 : 1)
