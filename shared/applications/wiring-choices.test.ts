import { expect, test } from 'vitest'
import type { ApplicationContent } from '../contract'
import { applicationTemplates } from '../templates'
import { applicationProblems } from './check'
import { actionChoices, blankWire, choiceOf, momentOf, triggerChoices, wireGaps } from './wiring-choices'

const contentOf = (id: string): ApplicationContent => {
  const found = applicationTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  return found.content
}
const flood = contentOf('flood')
const moving = contentOf('moving-house')

test('the moments of a notice are the options of its questions', () => {
  const warning = flood.parts.find(({ key }) => key === 'warning')
  if (warning === undefined) throw new Error('the warning is missing')
  expect(triggerChoices(warning).map(({ label }) => label)).toEqual([
    '“您和家人现在怎么样”答“都安全”',
    '“您和家人现在怎么样”答“需要帮助”',
  ])
})

test('what is offered after a trigger has no problem but words still to be written', () => {
  for (const { content } of applicationTemplates) {
    for (const part of content.parts) {
      for (const { when, value } of triggerChoices(part)) {
        expect(momentOf(when)).toBe(value)
        for (const { action } of actionChoices(content, when)) {
          const wire = { key: 'tried', when, does: [action] }
          const problems = applicationProblems({ ...content, wiring: [wire] }).map(({ message }) => message)
          expect(problems.filter((message) => message !== '请写明给居民的答复')).toEqual([])
        }
      }
    }
  }
})

test('what does not fit is not offered', () => {
  const values = (content: ApplicationContent, when: Parameters<typeof actionChoices>[1]) =>
    actionChoices(content, when).map(({ value }) => value)
  // Only a request is handed out or moved; a task about people is not begun for nobody.
  const answered = { of: 'notice', part: 'warning', question: 'safe', option: 'help' } as const
  expect(values(flood, answered)).toContain('visit.help')
  expect(values(flood, answered)).not.toContain('start.help')
  expect(values(flood, answered)).not.toContain('errand')
  // Closing what is closed would go round for ever.
  const closed = { of: 'service', part: 'register', at: 'closed' } as const
  expect(values(moving, closed)).toContain('put-in.newcomers')
  expect(values(moving, closed)).not.toContain('step.close')
  // A ledger that fills itself by rule takes nobody in by hand.
  const checkUp = contentOf('check-up')
  expect(values(checkUp, { of: 'service', part: 'check-up', at: 'closed' })).not.toContain('put-in.alone')
})

test('a ledger takes in what it is about, and not what only just came in or went out', () => {
  const [newcomers] = moving.parts.filter(({ kind }) => kind === 'ledger')
  if (newcomers?.kind !== 'ledger') throw new Error('moving house has a ledger')
  const places = { ...newcomers, key: 'spots', content: { ...newcomers.content, kind: 'place' as const } }
  const both = { ...moving, parts: [...moving.parts, places], wiring: [] }
  const values = (when: Parameters<typeof actionChoices>[1]) => actionChoices(both, when).map(({ value }) => value)
  expect(values({ of: 'service', part: 'register', at: 'closed' })).toContain('put-in.newcomers')
  expect(values({ of: 'service', part: 'register', at: 'closed' })).not.toContain('put-in.spots')
  expect(values({ of: 'ledger', part: 'newcomers', at: 'added' })).not.toContain('take-out.newcomers')
})

test('a new wire begins with what is there, and says what it still lacks', () => {
  const wire = blankWire(moving, 'wire-1')
  expect(wire).toMatchObject({ key: 'wire-1', when: { part: 'register', at: 'submitted' }, does: [{ do: 'errand' }] })
  expect(wireGaps({ key: 'w', when: { of: 'service', part: 'register', at: 'submitted' }, does: [] })).toEqual([
    '请选择要做什么',
  ])
  expect(
    wireGaps({
      key: 'w',
      when: { of: 'service', part: 'register', at: 'submitted' },
      does: [
        { do: 'errand', says: ' ', days: 3 },
        { do: 'step', step: 'decline' },
      ],
    }),
  ).toEqual(['请写明交办什么', '请写明给居民的答复'])
  expect(blankWire({ ...moving, parts: [], wiring: [] }, 'wire-1')).toBeUndefined()
})

test('an action keeps its name whatever is said in it', () => {
  expect(choiceOf({ do: 'tell', notice: 'warning', where: 'compound' })).toBe('tell.warning')
  expect(choiceOf({ do: 'step', step: 'close', note: '办好了' })).toBe('step.close')
})
