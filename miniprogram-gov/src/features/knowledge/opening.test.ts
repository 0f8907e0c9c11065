import { baseKnowledge } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { deployedProse } from './deployed-prose.fixture'
import { type Wish, wishedChange } from './opening'

const prose = deployedProse()
const nothing: Wish = { name: '', of: '', revise: '', deprecate: '', codes: '', rename: '' }
const wished = (wish: Partial<Wish>) => wishedChange(baseKnowledge, prose, { ...nothing, ...wish })

test.each<[Partial<Wish>, object]>([
  [
    { name: '上楼方式', of: 'person' },
    { do: 'add-attribute', form: { name: '上楼方式', of: 'person' } },
  ],
  [{ name: '上楼方式' }, { do: 'add-attribute', form: { name: '上楼方式', of: '' } }],
  [{ of: 'guardian' }, { do: 'add-attribute', form: { name: '', of: 'guardian' } }],
  [
    { name: '甲', of: 'robot' },
    { do: 'add-attribute', form: { of: '' } },
  ],
  [{ revise: 'person.name' }, { do: 'revise-attribute', code: 'person.name', form: { name: '姓名', of: 'person' } }],
  [{ deprecate: 'person.religion' }, { do: 'deprecate-attribute', code: 'person.religion' }],
  [{ codes: 'sex' }, { do: 'add-codes', list: 'sex' }],
  [{ rename: 'sex' }, { do: 'rename-code', list: 'sex' }],
])('%j opens with %j', (wish, change) => {
  expect(wished(wish)).toMatchObject(change)
})

test.each<Partial<Wish>>([{}, { revise: 'person.none' }, { codes: 'none' }, { deprecate: 'x' }])(
  '%j opens with nothing',
  (wish) => {
    expect(wished(wish)).toBeUndefined()
  },
)
