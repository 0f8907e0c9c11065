import { fork } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { divisionsOf, idOfDivision } from '../../functions/hierarchy/divisions'
import { isPlaceholder } from '../../functions/hierarchy/domain/division'
import { environment } from '../../functions/platform/environment'
import { ownEngine } from '../own-engine'
import { anEmptyTable, itemsOf } from '../table'

const within = '1402'
const script = join(dirname(fileURLToPath(import.meta.url)), 'importing.ts')

beforeAll(anEmptyTable)

/** Runs the import in a process of its own. @returns whether it finished; it is killed after so many batches. */
async function runImport(killAfter: number): Promise<boolean> {
  const child = fork(script, [await ownEngine(), environment.tableName(), within], {
    execArgv: ['--import', 'tsx'],
    silent: true,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  let printed = ''
  return new Promise((resolve) => {
    child.stdout?.on('data', (data) => {
      printed += data
      if (printed.includes(`batch ${killAfter}\n`)) child.kill('SIGKILL')
    })
    child.once('exit', () => resolve(printed.includes('finished')))
  })
}

test('an import killed in the middle of its writes goes on and makes every division once', async () => {
  expect(await runImport(7)).toBe(false)
  const half = await itemsOf('place')
  expect(half.length).toBeGreaterThan(0)
  expect(await runImport(Number.POSITIVE_INFINITY)).toBe(true)

  const expected: string[] = []
  for await (const division of divisionsOf('14')) {
    const concerned = division.code.startsWith(within) || within.startsWith(division.code)
    if (concerned && !(division.code.length < 12 && isPlaceholder(division))) expected.push(idOfDivision(division.code))
  }
  const places = await itemsOf('place')
  expect(half.length).toBeLessThan(expected.length)
  expect(places.map(({ id }) => id).sort()).toEqual(expected.sort())
  expect((await itemsOf('job')).find(({ kind }) => kind === 'hierarchy.import')?.state).toBe('done')
})
