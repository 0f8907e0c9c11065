import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followNews, type Renewed } from './follow'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A server whose mark is what the test says, and how often it was asked. */
function aServer(known?: string, renewed: readonly Renewed[] = []) {
  const server = { mark: known ?? 'one', asked: 0, lists: 0, down: false, kept: [] as string[] }
  const stop = followNews({
    known,
    ask: async () => {
      server.asked++
      if (server.down) throw new Error('no network')
      return server.mark
    },
    renew: async () => renewed[server.lists++] ?? 'new',
    keep: (mark) => server.kept.push(mark),
  })
  return { server, stop }
}
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

test('the list is asked for when the mark changed, and never while it stays', async () => {
  const { server, stop } = aServer('one')
  await seconds(60)
  expect(server.asked).toBeGreaterThanOrEqual(10)
  expect(server.lists).toBe(0)
  server.mark = 'two'
  await seconds(6)
  expect(server).toMatchObject({ lists: 1, kept: ['two'] })
  await seconds(60)
  expect(server.lists).toBe(1)
  stop()
})

test('whoever stopped asks nothing more', async () => {
  const { server, stop } = aServer('one')
  await seconds(6)
  stop()
  const { asked } = server
  await seconds(600)
  expect(server.asked).toBe(asked)
})

test('a list that is no newer is looked at once more, and then believed', async () => {
  const { server, stop } = aServer('one', ['same', 'same'])
  server.mark = 'two'
  await seconds(60)
  expect(server).toMatchObject({ lists: 2, kept: ['two'] })
  stop()
})

test('a list that could not be had is asked for again', async () => {
  const { server, stop } = aServer('one', ['failed', 'new'])
  server.mark = 'two'
  await seconds(60)
  expect(server).toMatchObject({ lists: 2, kept: ['two'] })
  stop()
})

test('errors make it ask less and less often, two minutes at most', async () => {
  const { server, stop } = aServer('one')
  server.down = true
  await seconds(600)
  expect(server.asked).toBeLessThanOrEqual(11)
  expect(server.asked).toBeGreaterThanOrEqual(7)
  server.down = false
  server.mark = 'two'
  await seconds(121)
  expect(server.lists).toBe(1)
  stop()
})
