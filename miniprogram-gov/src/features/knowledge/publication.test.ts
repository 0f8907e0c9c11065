import { baseKnowledge, type Change } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { consequenceOf, publicationOf } from './publication'

const revision = (...content: Change[]) => ({ content, effects: { changes: [] } })
const rename: Change = { do: 'rename-code', list: 'sex', code: '1', name: '男性' }
const stop: Change = { do: 'deprecate-attribute', code: 'person.religion' }

test('the heaviest change gives the version', () => {
  expect(publicationOf(baseKnowledge, [revision(rename)])).toMatchObject({
    from: '1.2.0',
    to: '1.2.1',
    weight: 'patch',
    problems: [],
  })
  expect(publicationOf(baseKnowledge, [revision(rename), revision(stop)])).toMatchObject({
    to: '2.0.0',
    weight: 'major',
  })
})

test('two revisions that do not go together are told', () => {
  expect(publicationOf(baseKnowledge, [revision(stop), revision(stop)]).problems).toEqual([
    { at: 1, message: '这个属性已经停用了' },
  ])
})

test('the consequence names version and applications', () => {
  const words = consequenceOf({ ...publicationOf(baseKnowledge, [revision(stop)]), applications: 3 })
  expect(words).toContain('2.0.0 版立即生效')
  expect(words).toContain('3 个应用会受影响')
})
