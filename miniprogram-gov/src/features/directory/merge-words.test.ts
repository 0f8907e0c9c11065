import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { mergeWords } from './merge-words'

const holder = { id: 'a1', name: '李立春', phone: '19000001001', as: 'holder', from: '2024-01-01' } as const
const post = { id: 'p1', title: '社工', rank: 'worker', roles: [], tags: [], closed: false, edition: 1 }
const organisation = {
  name: '花家地北里社区',
  posts: [
    { ...post, holders: [holder] },
    { ...post, id: 'p2', closed: true, holders: [holder] },
  ],
  manages: [{ id: placeIdFrom(new Uint8Array(7)), name: '花家地北里', level: 'community' as const }],
  below: [],
}

test('a merger is confirmed by what goes over, each person once, closed posts not', () => {
  const words = mergeWords(organisation, '花家地西里社区', '2026-11-28', '2026-11-28')
  expect(words).toContain('花家地北里社区马上并入花家地西里社区，1 个岗位、1 个人、管理的 1 个地点一起过去。')
  expect(words).toContain('他们的权限随之按花家地西里社区计算')
})

test('a later merger is said with its day, and an empty organisation without what it has', () => {
  const bare = { name: '望京司法所', posts: [], manages: [], below: [] }
  expect(mergeWords(bare, '望京街道办事处', '2027-01-01', '2026-11-28')).toContain(
    '望京司法所2027年1月1日起并入望京街道办事处。望京司法所不再使用',
  )
})
