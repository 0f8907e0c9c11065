import { baseKnowledge, entityId } from '@zmht/shared/knowledge'
import { expect, test } from 'vitest'
import { maySay, type Speaker, settleFacts, settleRelations } from './settle'

const self = entityId('e00000000000000000001')
const mother = entityId('e00000000000000000002')
const later = '2026-11-24T00:00:00.000Z'

const daughter: Speaker = {
  by: 'a1',
  self,
  source: { kind: 'self', id: 'r1', label: '体检' },
  at: later,
  knowledge: baseKnowledge,
}
const said = (by: string, value: string) => ({
  id: mother,
  kind: 'person' as const,
  facts: {
    'person.name': {
      value,
      source: { kind: 'self' as const, id: 'r0', label: '登记' },
      at: '2026-01-01T00:00:00.000Z',
      version: '1.0.0',
    },
  },
  authors: { 'person.name': by },
})

test('of somebody else, what a third person said stands and the new is recommended', () => {
  const settled = settleFacts(said('a9', '王梅'), [{ attribute: 'person.name', value: '王美' }], daughter)
  expect(settled.entity.facts['person.name']?.value).toBe('王梅')
  expect(settled.recommended).toEqual(['person.name'])
})

test('what she said herself before, she may correct', () => {
  const settled = settleFacts(said('a1', '王梅'), [{ attribute: 'person.name', value: '王美' }], daughter)
  expect(settled.entity.facts['person.name']).toMatchObject({ value: '王美', source: { label: '体检' } })
  expect(settled.changed).toEqual(['person.name'])
})

test('the same value confirms the fact, and it stays with who said it first', () => {
  const settled = settleFacts(said('a9', '王梅'), [{ attribute: 'person.name', value: '王梅' }], daughter)
  expect(settled.entity.facts['person.name']?.at).toBe(later)
  expect(settled.entity.authors['person.name']).toBe('a9')
})

test('of oneself everyone has the last word', () => {
  expect(maySay(daughter, self, 'a9')).toBe(true)
  expect(maySay(daughter, mother, 'a9')).toBe(false)
})

test('nobody moves the home of somebody else that another person named', () => {
  const home = (by: string) => [
    {
      type: 'resides-at',
      from: mother,
      to: entityId('k3m9x2p7q1a'),
      since: '2026-01-01T00:00:00.000Z',
      source: daughter.source,
      version: '1.0.0',
      by,
    },
  ]
  const link = [{ type: 'resides-at', from: mother, to: entityId('h3m9x2p7q1b') }]
  expect(settleRelations(home('a9'), link, daughter)).toMatchObject({
    begun: [],
    ended: [],
    recommended: ['resides-at'],
  })
  expect(settleRelations(home('a1'), link, daughter)).toMatchObject({ recommended: [], ended: [{ to: 'k3m9x2p7q1a' }] })
})
