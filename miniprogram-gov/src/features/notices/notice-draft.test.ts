import { noticeContent } from '@zmht/shared/contract/notices'
import { placeIdFrom } from '@zmht/shared/geo'
import { noticeTemplates } from '@zmht/shared/templates/notices'
import { expect, test } from 'vitest'
import { blankNotice, contentOf, instantOf, minuteOf, missingIn, noticeFromTemplate } from './notice-draft'

const now = '2026-11-29T02:00:00.000Z'
const north = { id: placeIdFrom(new Uint8Array(16)), name: '花家地北里' }
const whole = { ...blankNotice(now), title: '停水', text: '今晚停水', places: [north] }

test('a minute in China and its instant are one another', () => {
  expect(minuteOf(now)).toBe('2026-11-29T10:00')
  expect(instantOf(minuteOf(now))).toBe(now)
})

test.each([
  ['nothing', blankNotice(now), ['title', 'text', 'places']],
  ['a placeholder that means nothing', { ...whole, text: '{水压}' }, ['text']],
  ['an age without numbers', { ...whole, who: 'age' as const }, ['who']],
  ['a ledger that is not chosen', { ...whole, who: 'ledger' as const }, ['who']],
  ['an end before its beginning', { ...whole, publishAt: '2026-12-20T08:00' }, ['expires']],
  ['a time that has passed', { ...whole, publishAt: '2026-11-29T09:59' }, ['publishAt']],
  [
    'a question with one option',
    { ...whole, questions: [{ key: 'a', label: '来吗', required: true, options: '来' }] },
    ['questions'],
  ],
  ['all of it', whole, []],
] as const)('of %s is told what is missing', (_, draft, missing) => {
  expect(Object.keys(missingIn(draft, now))).toEqual(missing)
  expect(contentOf(draft, now) === undefined).toBe(missing.length > 0)
})

test.each(noticeTemplates)('$name becomes what the contract takes', (template) => {
  const draft = { ...noticeFromTemplate(template, now), places: [north] }
  expect(missingIn(draft, now).text).toMatch(/还有没填的：（填/)
  const content = contentOf({ ...draft, text: draft.text.replace(/（填[^）]*）/g, '…') }, now)
  expect(noticeContent.safeParse(content).error?.issues ?? []).toEqual([])
})
