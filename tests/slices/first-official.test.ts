import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../world'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.stop())

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
