import { baseKnowledge } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { findLists } from './find-lists'

const ids = (typed: string) => findLists(baseKnowledge.codeLists, typed).map(({ id }) => id)

test('a list is found by its name, its id and what it offers', () => {
  expect(ids('性别')[0]).toBe('sex')
  expect(ids('nationality')[0]).toBe('nationality')
  expect(ids('维吾尔')).toContain('nationality')
  expect(ids('没有这样的')).toEqual([])
})

test('nothing typed gives all', () => {
  expect(ids(' ')).toHaveLength(baseKnowledge.codeLists.length)
})
