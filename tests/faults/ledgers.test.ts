import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mintLedgerId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { beforeAll, expect, test } from 'vitest'
import { environment } from '../../functions/platform/environment'
import { secretsFile } from '../city'
import { byHandLedger, residentsLedger } from '../ledgers'
import { ownEngine } from '../own-engine'
import { officialPhones } from '../people'
import { itemsOf } from '../table'
import { aWorld } from '../world'
import { random } from './ledger-chaos'
import type { Given } from './living-ledger'

/**
 * A ledger kept by rule and one kept by hand, through thousands of entries, corrections, moves of people and of places, mergers, withdrawals and changed rules, while
 * writes fail, answers are lost and the process is killed. At the end everybody is in them who should be, once, at their home, and every
 * number is that of an independent recount. `CHAOS_HAPPENINGS=10000 CHAOS_KILLS=20 CHAOS_SEED=7` makes it long.
 */
const happenings = Number(process.env.CHAOS_HAPPENINGS ?? 45)
const kills = Number(process.env.CHAOS_KILLS ?? 2)
const seed = Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 1_000_000))

const script = join(dirname(fileURLToPath(import.meta.url)), 'living-ledger.ts')
const folder = mkdtempSync(join(tmpdir(), 'zmht-chaos-'))
const givenFile = join(folder, 'given.json')

beforeAll(async () => {
  const world = await aWorld()
  const places = await itemsOf('place')
  const north = places.find(({ id }) => id === world.places.north)
  const street = String(north?.parentId) as PlaceId // the parent of a community
  const within = places.filter(({ path }) => String(path).includes(street))
  const ofLevel = (level: string) => within.filter((one) => one.level === level).map(({ id }) => String(id) as PlaceId) // ids of places
  const phone = (await officialPhones()).subdistrict
  const keeper = world.as((await world.signIn('gov', phone)).accessToken)
  const given: Given = {
    tableEndpoint: await ownEngine(),
    tableName: environment.tableName(),
    secretsFile: secretsFile(),
    folder,
    seed,
    count: happenings,
    doors: ofLevel('door'),
    compounds: ofLevel('compound'),
    communities: ofLevel('community').slice(0, 5),
    before: (await itemsOf('entity')).map(({ id }) => String(id)),
    byRule: mintLedgerId(),
    byHand: mintLedgerId(),
  }
  for (const [ledgerId, content] of [
    [given.byRule, { ...residentsLedger, name: '混乱中的人口' }],
    [given.byHand, byHandLedger],
  ] as const)
    await keeper.ledgers.save({ params: { ledgerId }, body: { content, measures: [], within: [street], edition: 0 } })
  await world.workOff()
  writeFileSync(givenFile, JSON.stringify(given))
  await world.stop()
})

/** @param killAfter happenings; none: until it ends by itself */
function run(killAfter?: number, mode?: 'check'): Promise<number | null> {
  const child = fork(script, [givenFile, ...(mode === undefined ? [] : [mode])], {
    execArgv: ['--import', 'tsx'],
    silent: true,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  let heard = ''
  child.stderr?.on('data', (data) => (heard += data))
  child.stdout?.on('data', (data) => {
    const done = Number(/done (\d+)\n$/.exec(String(data))?.[1] ?? 0)
    if (killAfter !== undefined && done >= killAfter) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) =>
    child.once('exit', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve(code) : reject(new Error(`seed ${seed}: ${heard.slice(-2000)}`)),
    ),
  )
}

test(`everybody is there and every number exact after ${happenings} happenings with faults and ${kills} deaths`, async () => {
  const dice = random(seed)
  const moments = Array.from({ length: kills }, () => 1 + dice(happenings - 1)).sort((one, other) => one - other)
  for (const moment of moments) await run(moment)
  expect(await run()).toBe(0)
  expect(await run(undefined, 'check')).toBe(0)
  const found = JSON.parse(readFileSync(join(folder, 'found.json'), 'utf8'))
  const { drifts, left, ...rest } = found
  expect({ seed, ...rest }).toEqual({
    seed,
    deadLetters: [],
    deadJobs: [],
    wrong: [],
    lost: [],
    byRule: { should: found.byRule.should, is: found.byRule.should },
    byHand: { should: found.byHand.should, is: found.byHand.should },
  })
  expect(drifts.length).toBeGreaterThan(6)
  expect(left).toBeGreaterThan(happenings / 12)
}, 7_200_000)
