import { describe, expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import { idCheckCharacter } from '../knowledge/identifiers'
import { home, mother, registration, son, whole } from './examples'
import type { FormAnswers } from './form'
import { validateAnswers } from './validate'
import { shownControls } from './visibility'

const noon = '2026-11-24T04:00:00.000Z'
const wrongWith = (answers: FormAnswers) => validateAnswers(baseKnowledge, registration, answers, { at: noon })
const childSays = (values: Record<string, string | string[]>): FormAnswers => ({
  ...whole,
  child: [{ values: { childName: '王小明', ...values } }],
})

describe('answers are accepted', () => {
  test('when all that must be answered is', () => {
    expect(wrongWith(whole)).toEqual([])
  })

  test('with what is hidden left out', () => {
    expect(wrongWith(childSays({ childAllergic: ['1'] }))).toEqual([])
  })
})

describe('a person is told', () => {
  test.each<[string, FormAnswers, object]>([
    [
      'what is missing',
      { ...whole, me: [{ values: { myName: ' ', consent: true } }] },
      { subject: 'me', index: 0, control: 'myName', message: '请填写“您的姓名”' },
    ],
    [
      'what is missing of the second child',
      { ...whole, child: [{ values: { childName: '王小明' } }, { values: {} }] },
      { subject: 'child', index: 1, control: 'childName', message: '请填写“孩子姓名”' },
    ],
    [
      'to agree first',
      { ...whole, me: [{ values: { myName: '李梅', consent: false } }] },
      { subject: 'me', index: 0, control: 'consent', message: '请先阅读并同意“资料使用同意书”' },
    ],
    [
      'that a number does not fit',
      { ...whole, me: [{ values: { myName: '李梅', myMobile: '1380000', consent: true } }] },
      { subject: 'me', index: 0, control: 'myMobile', message: '手机号应为11位数字，请核对后再填' },
    ],
    [
      'what a shown control needs',
      childSays({ childAllergic: ['1', '5'] }),
      { subject: 'child', index: 0, control: 'childNote', message: '请填写“过敏说明”' },
    ],
    [
      'that a choice is not on the list',
      childSays({ childAllergic: ['9'] }),
      { subject: 'child', index: 0, control: 'childAllergic', message: '请从列出的选项里选择' },
    ],
    [
      'that a card is needed',
      { ...whole, child: [] },
      { subject: 'child', index: 0, control: '', message: '“孩子”请至少填写1份' },
    ],
    [
      'that there are too many cards',
      { ...whole, child: ['一', '二', '三'].map((name) => ({ values: { childName: name } })) },
      { subject: 'child', index: 0, control: '', message: '“孩子”最多填写2份，请删去多出的' },
    ],
    [
      'what a chosen home needs',
      { ...whole, me: [{ values: { myName: '李梅', myHome: home, consent: true } }] },
      { subject: 'home', index: 0, control: 'lift', message: '请回答“楼里有电梯吗”' },
    ],
    [
      'that a card is there twice',
      { ...whole, child: [0, 1].map(() => ({ entity: son, values: { childName: '王小明' } })) },
      { subject: 'child', index: 1, control: '', message: '“孩子”里有重复的，请删去一份' },
    ],
    [
      'that nobody is their own child',
      {
        me: [{ entity: mother, values: { myName: '李梅', consent: true } }],
        child: [{ entity: mother, values: { childName: '李梅' } }],
      },
      { subject: 'child', index: 0, control: '', message: '“孩子”和“您”不能是同一个' },
    ],
    [
      'that a part is not in the form',
      { ...whole, dog: [{ values: {} }] },
      { subject: 'dog', index: 0, control: '', message: '表单里没有这一部分，请刷新后再填' },
    ],
    [
      'that a control is not in the form',
      { ...whole, visit: [{ values: { wish: '多' } }] },
      { subject: 'visit', index: 0, control: 'wish', message: '表单里没有这一项，请刷新后再填' },
    ],
    [
      'that a control is answered under another',
      { ...whole, visit: [{ values: { myName: '李梅' } }] },
      { subject: 'visit', index: 0, control: 'myName', message: '表单里没有这一项，请刷新后再填' },
    ],
    [
      'that a single part came twice',
      { ...whole, visit: [{ values: {} }, { values: {} }] },
      { subject: 'visit', index: 0, control: '', message: '“本次登记”填写了多余的内容，请刷新后再填' },
    ],
    [
      'that a place is no number',
      { ...whole, me: [{ values: { myName: '李梅', myHome: 5, consent: true } }], home: [{ values: { lift: true } }] },
      { subject: 'me', index: 0, control: 'myHome', message: '请选择地点' },
    ],
  ])('%s', (_, answers, problem) => {
    expect(wrongWith(answers)).toEqual([problem])
  })

  test('that one person is said two things', () => {
    const two = {
      ...registration,
      subjects: [
        ...registration.subjects,
        {
          key: 'carer',
          kind: 'person',
          name: '照护人',
          is: { by: 'relation', relation: 'carer', of: 'me', direction: 'backward' },
        },
      ],
      controls: [
        ...registration.controls,
        {
          id: 'carerId',
          kind: 'id-number',
          label: '照护人身份证号',
          required: false,
          binding: { subject: 'carer', attribute: 'person.idNumber' },
        },
      ],
    } as const
    const id = (first: string) => first + idCheckCharacter(first)
    const says = (childId: string, carerId: string): FormAnswers => ({
      ...whole,
      child: [{ entity: son, values: { childName: '王小明', childId } }],
      carer: [{ entity: son, values: { carerId } }],
    })
    const [one, other] = [id('11010120150304001'), id('11010120150304003')]
    expect(validateAnswers(baseKnowledge, two, says(one, one), { at: noon })).toEqual([])
    expect(validateAnswers(baseKnowledge, two, says(one, other), { at: noon })).toEqual([
      {
        subject: 'carer',
        index: 0,
        control: 'carerId',
        message: '这里和“孩子身份证号”填写的不一致，请核对后改成一样的',
      },
    ])
  })
})

test('a required value that is only shown as stars counts as answered, of that very entity', () => {
  const shown = {
    me: [
      {
        entity: mother,
        values: {
          myName: { value: '李*', source: '台账', at: '2026-01-01T00:00:00.000Z', stale: false, masked: true as const },
        },
      },
    ],
  }
  const left = { ...whole, me: [{ entity: mother, values: { consent: true } }] }
  expect(validateAnswers(baseKnowledge, registration, left, { at: noon })).toHaveLength(1)
  expect(validateAnswers(baseKnowledge, registration, left, { at: noon, prefilled: shown })).toEqual([])
  expect(
    validateAnswers(
      baseKnowledge,
      registration,
      { ...left, me: [{ entity: son, values: { consent: true } }] },
      { at: noon, prefilled: shown },
    ),
  ).toHaveLength(1)
})

describe('what is shown', () => {
  const shownFor = (answers: FormAnswers) =>
    shownControls(baseKnowledge, registration, answers, noon).map(({ control, index }) => `${control.id}${index}`)

  test('a control of a repeated subject, once in each card', () => {
    const two = { ...whole, child: [{ values: {} }, { values: { childAllergic: ['2'] } }] }
    expect(shownFor(two)).toEqual([
      'myName0',
      'myMobile0',
      'childName0',
      'childName1',
      'childId0',
      'childId1',
      'childAllergic0',
      'childAllergic1',
      'childNote1',
      'myHome0',
      'note0',
      'consent0',
    ])
  })

  test('what is asked of a home, once it is chosen', () => {
    expect(shownFor({ ...whole, me: [{ values: { myHome: home } }] })).toContain('lift0')
  })

  test('nothing that stands on a hidden control', () => {
    const chained = {
      ...registration,
      controls: [
        ...registration.controls,
        {
          id: 'quiet',
          kind: 'yes-no',
          label: '安静吗',
          required: false,
          binding: { subject: 'visit', attribute: 'event.agreed' },
          showWhen: { 'one-of': [{ var: 'lift' }, [true]] },
        },
      ],
    } as const
    const answers = { ...whole, home: [{ values: { lift: true } }] }
    expect(shownControls(baseKnowledge, chained, answers, noon).map(({ control }) => control.id)).not.toContain('quiet')
    expect(
      shownControls(baseKnowledge, chained, { ...answers, me: [{ values: { myHome: home } }] }, noon).map(
        ({ control }) => control.id,
      ),
    ).toContain('quiet')
  })
})
