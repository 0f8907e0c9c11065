import { expect, test } from 'vitest'
import { inOrder } from './post-order'

test('posts stand by rank, the highest first, those without one after, closed ones last', () => {
  const post = (title: string, rank: string, closed = false) => ({ title, rank, closed })
  const posts = [
    post('网格员', 'worker'),
    post('老岗位', 'community', true),
    post('值班员', 'unknown'),
    post('社区书记', 'community'),
    post('社工', 'worker'),
  ]
  expect(inOrder(posts).map(({ title }) => title)).toEqual(['社区书记', '社工', '网格员', '值班员', '老岗位'])
})
