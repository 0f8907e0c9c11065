import { expect, test } from 'vitest'
import { applicationProblems, fillsOf, mostContentBytes } from '../applications'
import { applicationContent } from '../contract'
import { checkForm } from '../controls'
import { baseKnowledge } from '../knowledge'
import { checkLedger } from '../ledgers'
import { settingProblems } from '../rules'
import { applicationTemplates } from '.'

const each = applicationTemplates.map((template) => [template.id, template] as const)

test.each(each)('%s is an application as anybody could have put it together', (_, { content }) => {
  const read = applicationContent.safeParse(content)
  expect(read.error?.issues ?? []).toEqual([])
  expect(applicationProblems(content)).toEqual([])
  expect(JSON.stringify(content).length).toBeLessThan(mostContentBytes)
})

test.each(each)('every part of %s can be opened as it is', (_, { content }) => {
  for (const part of content.parts) {
    if (part.kind === 'ledger') expect(checkLedger(part.content, baseKnowledge)).toEqual([])
    if (part.kind === 'service') {
      expect(checkForm(baseKnowledge, part.content.form)).toEqual([])
      expect(settingProblems(part.content)).toEqual([])
    }
    if (part.kind === 'task') expect(checkForm(baseKnowledge, part.content.form, 'target')).toEqual([])
  }
})

test('each is called by a name and a title of its own', () => {
  for (const of of [({ id }: { id: string }) => id, ({ content }: { content: { title: string } }) => content.title])
    expect(new Set(applicationTemplates.map(of)).size).toBe(applicationTemplates.length)
})

test('setting one up asks only for what differs from place to place', () => {
  const asked = Object.fromEntries(
    applicationTemplates.map(({ id, content }) => [id, fillsOf(content).map(({ name }) => name)]),
  )
  expect(asked).toEqual({
    'check-up': [],
    'check-up-open': ['体检日期'],
    'check-up-hospital': [],
    'fire-safety': [],
    flood: ['电话', '地点'],
    'people-at-risk': [],
    'small-shops': [],
    manhole: [],
    appeal: [],
    'moving-house': [],
  })
})
