import type { OrganisationReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { describe, expect, test } from 'vitest'
import { chosenPost, colleaguesIn, heldPosts } from './colleagues'

const holder = (id: string, name: string) =>
  ({ id, name, phone: '19000001001', as: 'holder', from: '2024-01-01' }) as const
const post = (id: string, title: string, holders: OrganisationReply['posts'][number]['holders']) => ({
  id,
  title,
  rank: 'worker',
  roles: ['service-worker'],
  tags: [],
  closed: false,
  edition: 1,
  holders,
})
const organisation: OrganisationReply = {
  id: 'o1',
  name: '花家地北里社区',
  kind: 'committee',
  manages: [{ id: placeIdFrom(new Uint8Array(7)), name: '花家地北里', level: 'community' }],
  posts: [
    post('p1', '社区书记', [holder('a1', '李立春')]),
    post('p2', '社工', [
      holder('a2', '张雨水'),
      { ...holder('a3', '刘惊蛰'), away: '2026-12-08' },
      holder('a1', '李立春'),
    ]),
  ],
  below: [],
  above: [],
  editable: true,
  edition: 1,
}

describe('colleagues', () => {
  test('are those who are there, each once, without whom it is about', () => {
    expect(colleaguesIn([organisation], ['a2'], '2026-11-28')).toEqual([
      { id: 'a1', name: '李立春', where: '社区书记，花家地北里社区' },
    ])
    expect(colleaguesIn([organisation, organisation], [], '2026-11-28').map(({ name }) => name)).toEqual([
      '李立春',
      '张雨水',
    ])
  })

  test('are not those who come later, but those who begin today', () => {
    const coming = (from: string) => [
      { ...organisation, posts: [post('p1', '社工', [{ ...holder('a4', '陈春分'), from }])] },
    ]
    expect(colleaguesIn(coming('2026-11-29'), [], '2026-11-28')).toEqual([])
    expect(colleaguesIn(coming('2026-11-28'), [], '2026-11-28').map(({ id }) => id)).toEqual(['a4'])
  })
})

describe('a chosen post', () => {
  test('comes with what it gives', () => {
    expect(chosenPost(organisation, 'p2')).toEqual({
      id: 'p2',
      title: '社工',
      organisation: { id: 'o1', name: '花家地北里社区' },
      roles: ['service-worker'],
      places: ['花家地北里'],
    })
    expect(chosenPost(organisation, 'p9')).toBeUndefined()
  })
})

test('whoever stands in for another holds nothing to be transferred from', () => {
  const held = { id: 'p1', title: '社工', organisation: { id: 'o1', name: '花家地北里社区' }, from: '2024-01-01' }
  const posts = [
    { ...held, as: 'holder', current: true },
    { ...held, id: 'p2', as: 'acting', current: true },
    { ...held, id: 'p3', as: 'acting', current: true, standsInFor: { id: 'a1', name: '李立春' } },
    { ...held, id: 'p4', as: 'holder', current: false },
  ] as const
  expect(heldPosts({ posts: [...posts] }).map(({ id }) => id)).toEqual(['p1', 'p2'])
})
