import { baseKnowledge } from '@zmht/shared/knowledge'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { expect, test } from 'vitest'
import { editableTogether } from './edit-many'

test.each(ledgerTemplates.map((one) => [one.name, one] as const))(
  'of “%s” nothing that tells one from another',
  (_name, content) => {
    const attributes = editableTogether(content, baseKnowledge)
    expect(
      attributes.filter(
        ({ naturalKey, code }) => naturalKey === true || code.endsWith('.name') || code === 'person.age',
      ),
    ).toEqual([])
  },
)

test('of residents what many have alike', () => {
  const residents = ledgerTemplates.find(({ id }) => id === 'residents')
  if (residents === undefined) throw new Error('there is a template of residents')
  expect(editableTogether(residents, baseKnowledge).map(({ code }) => code)).toContain('person.sex')
})
