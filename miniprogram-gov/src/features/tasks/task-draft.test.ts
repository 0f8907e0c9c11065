import type { TaskReply } from '@zmht/shared/contract'
import { taskContent } from '@zmht/shared/contract/tasks'
import { taskTemplates } from '@zmht/shared/templates'
import { expect, test } from 'vitest'
import { everyday } from './arranged'
import { blankTask, comingAgain, contentOf, missingIn, taskFromServer, taskFromTemplate, taskLike } from './task-draft'

const start = { within: [{ id: 'kaaaaaaaaa1', name: '望京街道' }], due: '2026-12-08' }

test('a template asks only for what it cannot know', () => {
  const missing = taskTemplates.map((template) => Object.keys(missingIn(taskFromTemplate(template, start))))
  expect(missing).toEqual(taskTemplates.map(({ level }) => (level === undefined ? ['about'] : [])))
})

test('what is sent fits the contract and comes back as it was written', () => {
  for (const template of taskTemplates) {
    const draft = taskFromTemplate(template, start)
    const whole =
      draft.about.of === 'ledger' ? { ...draft, about: { of: 'ledger' as const, ledger: `l${'0'.repeat(20)}` } } : draft
    const content = contentOf(whole)
    expect(content === undefined ? undefined : taskContent.safeParse(content).success).toBe(true)
    if (content === undefined) continue
    // What the draft does not look at is left out.
    const saved = {
      content,
      within: [{ ...start.within[0], level: 'subdistrict' }],
      edition: 3,
    } as unknown as TaskReply
    expect(taskFromServer(saved)).toEqual({ ...whole, edition: 3 })
    expect(taskLike(saved, { within: [], due: '2027-01-01' })).toEqual({
      ...whole,
      within: [],
      due: '2027-01-01',
      edition: 0,
    })
  }
})

test('a blank one says what is missing, and is sent once nothing is', () => {
  const blank = blankTask('thing', '这件物品', start)
  expect(Object.keys(missingIn(blank)).sort()).toEqual(['about', 'basis', 'form', 'title'])
  expect(contentOf(blank)).toBeUndefined()
  const [fire] = taskTemplates
  const whole = {
    ...blank,
    title: ' 井盖普查 ',
    basis: '看一遍',
    about: { of: 'ledger' as const, ledger: 'l1', filter: 'x' },
    form: fire?.form ?? blank.form,
    selfFill: 'counts' as const,
    arranged: { ...everyday, automatic: true, before: undefined },
  }
  const content = contentOf(whole)
  expect(content).toMatchObject({
    title: '井盖普查',
    about: { of: 'ledger', ledger: 'l1', filter: 'x' },
    report: 'automatic',
  })
  // Nobody fills in for a thing.
  expect(content?.selfFill).toBeUndefined()
  expect(content?.urge).toBeUndefined()
})

test('what comes each day is done on its day, without a word days before; any other keeps its days', () => {
  const once = blankTask('person', '这位老人', start)
  const daily = comingAgain(once, 'workday', '2026-12-01')
  expect(daily).toMatchObject({ repeat: 'workday', due: '2026-12-01' })
  expect(daily.arranged.before).toBeUndefined()
  expect(comingAgain(once, 'week', '2026-12-01')).toEqual({ ...once, repeat: 'week' })
  expect('repeat' in comingAgain(daily, undefined, '2026-12-01')).toBe(false)
})
