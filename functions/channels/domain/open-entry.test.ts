import { type PlaceId, type PlacePath, placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { narrowedBy, openCounts, openEntriesOf } from './open-entry'

const place = (n: number): PlaceId => placeIdFrom(new Uint8Array(16).fill(n))
const [city, street, one, two] = [place(1), place(2), place(3), place(4)]
const request = {
  id: 'r1',
  channelId: 'c1',
  state: 'submitted',
  due: '2026-12-01T00:00:00.000Z',
  path: `${city}/${street}/${one}` as PlacePath, // ids joined are a path
  district: street,
} as const
const desk = { id: 'o1', name: '住建委', part: 'desk' } as const
const where = (entries: ReturnType<typeof openEntriesOf>) => entries.map(({ holder, by, part }) => [holder, by, part])

test('stands with whoever works at its place while nobody else has it, whole and by its service', () => {
  expect(where(openEntriesOf(request))).toEqual([
    [street, 'all', 'worker'],
    [street, 'channel/c1', 'worker'],
  ])
})

test('stands with the organisation that has it and with who works along, by subject and case', () => {
  const route = { sure: true, reason: '', subject: 'lift-fault' as never } // whatever the table calls it
  const beside = [
    { id: 'o2', name: '城管' },
    { id: 'o3', name: '街道', said: true as const },
  ]
  expect(where(openEntriesOf({ ...request, desk, beside, route, case: { id: 'x1', lead: true } }))).toEqual([
    ['o1', 'all', 'desk'],
    ['o1', 'subject/lift-fault', 'desk'],
    ['o1', 'case/x1', 'desk'],
    ['o2', 'all', 'beside'],
    ['o2', 'subject/lift-fault', 'beside'],
    ['o2', 'case/x1', 'beside'],
  ])
})

test('once it ended it stands nowhere; to whom it was only reported it never stood with', () => {
  expect(openEntriesOf({ ...request, desk, state: 'closed' })).toEqual([])
  const overseers = [{ id: 'o9', name: '上级' }]
  expect(openEntriesOf({ ...request, overseers }).map(({ holder }) => holder)).toEqual([street, street])
})

test('a case is narrower than a kind', () => {
  expect([
    narrowedBy(undefined, undefined),
    narrowedBy('channel/c1', undefined),
    narrowedBy('channel/c1', 'x1'),
  ]).toEqual(['all', 'channel/c1', 'case/x1'])
})

test('places are counted where what is listed parts ways, cases where there are several', () => {
  const at = (id: PlaceId, kind: string, cluster?: string) => ({
    lineage: [city, street, id],
    kind,
    ...(cluster === undefined ? {} : { cluster }),
  })
  expect(openCounts([at(one, 'a', 'x1'), at(two, 'b', 'x1'), at(two, 'b', 'x2')])).toEqual({
    kinds: [
      { id: 'b', count: 2 },
      { id: 'a', count: 1 },
    ],
    places: [
      { id: two, count: 2 },
      { id: one, count: 1 },
    ],
    clusters: [{ id: 'x1', count: 2 }],
  })
  expect(openCounts([at(one, 'a'), at(one, 'a')]).places).toEqual([{ id: one, count: 2 }])
  expect(openCounts([])).toEqual({ kinds: [], places: [], clusters: [] })
})
