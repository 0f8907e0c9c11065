import { mintStepKey } from '@zmht/shared/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { intercept } from '../../functions/platform/table/client'
import { officialPhones } from '../people'
import { aWorld, filledIn, phones, publishCheckUp, type World } from '../world'
import { breakWrites, healTable } from './faults'

let world: World

beforeAll(async () => {
  process.env.LOG_LEVEL = 'INFO'
  world = await aWorld()
})
afterAll(async () => {
  healTable()
  await world.stop()
})

/** Everything written to the process's outputs while `work` runs. */
async function written(work: () => Promise<void>): Promise<string> {
  const lines: string[] = []
  const keep = (chunk: unknown) => {
    lines.push(String(chunk))
    return true
  }
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  for (const spy of spies) spy.mockImplementation(keep)
  try {
    await work()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return lines.join('\n')
}

test('neither calls that succeed nor any that fail write what a person entered to the log', async () => {
  const officials = await officialPhones()
  const noted = '腿脚不便，需要上门'
  const log = await written(async () => {
    const worker = world.as((await world.signIn('gov', officials.worker)).accessToken)
    const session = await world.signIn('resident', phones.resident)
    const resident = world.as(session.accessToken)
    const { id: channelId } = await publishCheckUp(worker, [world.places.north])
    const { service, answers, requestId } = await filledIn(resident, channelId, { visit: { note: noted } })
    const typed = {
      ...answers,
      visit: [{ values: { preferredDate: '2026-12-10', preferredPeriod: '1', note: noted } }],
    }
    const submission = {
      params: { channelId, requestId },
      body: { version: service.version, home: service.home, answers: typed, notify: false },
    }
    // Refused as input: the refusal must not quote it.
    await expect(
      resident.channels.submit({ ...submission, body: { ...submission.body, version: 99 } }),
    ).rejects.toBeDefined()
    await world.send({
      method: 'PUT',
      path: `/channels/${channelId}/requests/${requestId}`,
      token: session.accessToken,
      body: `{"answers": "孙大雪 110105195201080023 ${phones.resident}`,
    })
    // Failing at the table with an error that quotes the item, as errors of libraries do.
    intercept(async (_command, input, next) => {
      const sent = JSON.stringify(input)
      if (sent.includes('"_e":"request"')) throw new Error(`not taken: ${sent}`, { cause: new Error(sent) })
      return next()
    })
    await expect(resident.channels.submit(submission)).rejects.toBeDefined()
    breakWrites('patch', 'timed out after it took place', { times: 2 })
    await resident.channels.submit(submission)
    await world.system.settle()
    healTable()
    await worker.channels
      .step({ params: { requestId }, body: { action: 'close', key: mintStepKey(), note: noted } })
      .catch(() => {})
    await worker.ledgers.people({ query: {} })
    await world.system.settle()
  })
  const lines = log.split('\n').filter((line) => line.startsWith('{'))
  expect(lines.filter((line) => line.includes('"call"')).length).toBeGreaterThan(5)
  expect(lines.some((line) => line.includes('"call failed"'))).toBe(true)
  expect(lines.some((line) => line.includes('"reaction failed"'))).toBe(true)
  const personal = [
    phones.resident,
    officials.worker,
    phones.resident.slice(-8),
    '110105195201080023',
    '19520108',
    '孙大雪',
    '周惊蛰',
    '大雪',
    '惊蛰',
    '2单元',
    noted,
    'Bearer',
  ]
  for (const value of personal) expect(log).not.toContain(value)
})
