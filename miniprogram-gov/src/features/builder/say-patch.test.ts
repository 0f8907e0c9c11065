import { emptyAnswers, type Form, validateAnswers } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion } from '@zmht/shared/knowledge'
import { channelTemplates } from '@zmht/shared/templates'
import { startDraft } from '@zmht/shared/ui/form/draft'
import { describe, expect, test } from 'vitest'
import { ownKinds } from './own-kinds'
import { ownQuestion } from './pieces'
import { filledWithSamples, samplePrefill } from './sample'
import { sayWhatIsWritten } from './say-patch'

const at = '2026-11-25T04:00:00.000Z'
const given = { at, place: '00000000001' }

test.each(channelTemplates)(
  '$title: filled in with made-up answers it can be submitted, and is told in words',
  ({ form }) => {
    const answers = filledWithSamples(baseKnowledge, form, emptyAnswers(baseKnowledge, form), given)
    expect(validateAnswers(baseKnowledge, form, answers, { at })).toEqual([])
    const parts = sayWhatIsWritten(baseKnowledge, form, answers, at)
    expect(parts.length).toBeGreaterThan(1)
    // No code, id or English word.
    for (const { title, note, lines } of parts) {
      for (const { label, text, place } of lines) {
        expect(`${title}${note}${label}`).not.toMatch(/[a-z]/)
        if (place === undefined) expect(text).not.toMatch(/[a-z]/)
      }
    }
  },
)

test('a resident of whom much is known has it prefilled, and only the rest is blank', () => {
  const [template] = channelTemplates
  if (!template) return
  const { form } = template
  const prefill = samplePrefill(baseKnowledge, form, given)
  const { answers } = startDraft(baseKnowledge, form, prefill)
  const missing = validateAnswers(baseKnowledge, form, answers, { at, prefilled: prefill })
  const blank = validateAnswers(baseKnowledge, form, emptyAnswers(baseKnowledge, form), { at })
  expect(missing.length).toBeLessThan(blank.length)
})

describe('what is told', () => {
  const form: Form = {
    knowledge: baseVersion,
    subjects: [
      { key: 'me', kind: 'person', name: '申请人', is: { by: 'actor' } },
      {
        key: 'old',
        kind: 'person',
        name: '老人',
        is: { by: 'relation', relation: 'parent', of: 'me', direction: 'backward' },
      },
    ],
    controls: [
      { id: 'n', kind: 'name', label: '姓名', required: false, binding: { subject: 'old', attribute: 'person.name' } },
      { id: 'h', kind: 'place', label: '住址', required: false, binding: { subject: 'old', relation: 'resides-at' } },
      { id: 'o', kind: 'text', label: '想说的', required: false, binding: { subject: 'me', own: { type: 'text:20' } } },
      { id: 'c', kind: 'consent', label: '我同意', required: false, text: '…' },
    ],
  }

  test('facts under the person, relations among them, own answers with the request', () => {
    const answers = { me: [{ values: { o: '谢谢', c: true } }], old: [{ values: { n: '李秀英', h: '00000000001' } }] }
    expect(sayWhatIsWritten(baseKnowledge, form, answers, at)).toEqual([
      {
        title: '老人',
        note: '城市里还没有的话新建，资料记到名下',
        lines: [{ label: '姓名', text: '李秀英' }],
      },
      {
        title: '他们之间的关系',
        note: '记到城市知识图谱里',
        lines: [
          { label: '老人', text: '是申请人的父母' },
          { label: '老人 · 住在', text: '所选的地点或单位', place: '00000000001' },
        ],
      },
      {
        title: '只留在这次申请里',
        note: '不记到任何人名下',
        lines: [
          { label: '想说的', text: '谢谢' },
          { label: '我同意', text: '同意' },
        ],
      },
    ])
  })

  test('nothing answered writes nothing', () => {
    expect(sayWhatIsWritten(baseKnowledge, form, emptyAnswers(baseKnowledge, form), at)).toEqual([])
  })
})

test('every own kind but files and what is computed has a made-up answer', () => {
  const controls = ownKinds.map(({ kind }) => ownQuestion(kind, 'me'))
  const form: Form = {
    knowledge: baseVersion,
    subjects: [{ key: 'me', kind: 'person', name: '申请人', is: { by: 'actor' } }],
    controls,
  }
  const answers = filledWithSamples(baseKnowledge, form, emptyAnswers(baseKnowledge, form), given)
  const left = controls.filter(({ id }) => answers.me?.[0]?.values[id] === undefined).map(({ kind }) => kind)
  expect(left).toEqual(['photo', 'file', 'signature', 'computed'])
  expect(validateAnswers(baseKnowledge, form, answers, { at })).toEqual([])
})
