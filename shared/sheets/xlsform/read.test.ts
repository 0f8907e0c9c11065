// biome-ignore-all lint/suspicious/noTemplateCurlyInString: forms of this kind write ${name} for an answer
import { describe, expect, test } from 'vitest'
import { type Control, checkForm, shapeOf, stateOf } from '../../controls'
import { baseKnowledge } from '../../knowledge'
import type { Grid } from '../grid'
import { isXlsForm, readXlsForm } from './read'

const survey = (...rows: string[][]): Grid => ({ name: 'survey', rows })
const choices = (...rows: string[][]): Grid => ({
  name: 'choices',
  rows: [['list_name', 'name', 'label', 'region'], ...rows],
})
function read(...grids: Grid[]) {
  const reading = readXlsForm(baseKnowledge, grids)
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join())
  return reading.read
}
const messages = (one: { problems: readonly { message: string }[] }) => one.problems.map(({ message }) => message)
const controlNamed = (one: { form: { controls: readonly Control[] } }, id: string) =>
  one.form.controls.find((control) => control.id === id)

const yesNo = [
  ['yn', 'yes', '是'],
  ['yn', 'no', '否'],
]
const regions = [
  ['region', 'n', '北'],
  ['region', 's', '南'],
  ['town', 'a', '甲镇', 'n'],
  ['town', 'b', '乙镇', 's'],
  ['town', 'c', '丙镇', 's'],
]

describe('a well-formed workbook', () => {
  const form = read(
    survey(
      [
        'type',
        'name',
        'label::English',
        'label::中文',
        'hint::中文',
        'required',
        'relevant',
        'constraint',
        'constraint_message::中文',
        'choice_filter',
        'calculation',
      ],
      ['text', 'name', 'Name', '姓名', '照证件写', 'yes'],
      ['integer', 'age', 'Age', '年龄', '', '', '', '. >= 0 and . < 150', '年龄不对'],
      ['select_one yn', 'pets', 'Pets?', '养宠物吗', '', '${age} > 18'],
      ['begin group', 'pet', 'Pet', '宠物', '', '', "${pets} = 'yes'"],
      ['select_multiple yn or_other', 'kinds', 'Kinds', '种类'],
      ['end group'],
      ['begin repeat', 'kid', 'Kids', '孩子'],
      ['text', 'kid_name', 'Name', '孩子姓名'],
      ['integer', 'kid_age', 'Age', '孩子年龄'],
      ['begin group', 'school', 'School', '上学', '', '', '${kid_age} > 5'],
      ['text', 'school_name', 'School', '学校'],
      ['end group'],
      ['end repeat'],
      ['select_one region', 'region', 'Region', '片区'],
      ['select_one town', 'town', 'Town', '镇', '', '', '', '', '', 'region=${region}'],
      ['calculate', 'next', '', '', '', '', '', '', '', '', '${age} + 1'],
    ),
    choices(...yesNo, ...regions),
    {
      name: 'settings',
      rows: [
        ['form_title', 'default_language'],
        ['入户调查', 'English'],
      ],
    },
  )

  test('can be published as it is', () => {
    expect(checkForm(baseKnowledge, form.form)).toEqual([])
    expect(form.title).toBe('入户调查')
  })

  test('keeps every question, choice, relevance and constraint', () => {
    expect(form.counts).toEqual({
      questions: { had: 10, kept: 10 },
      choices: { had: 7, kept: 7 },
      relevance: { had: 2, kept: 2 },
      constraints: { had: 1, kept: 1 },
    })
  })

  test('speaks Chinese and remembers the other language', () => {
    expect(controlNamed(form, 'name')).toMatchObject({
      label: '姓名',
      hint: '照证件写',
      required: true,
      translations: { en: { label: 'Name' } },
    })
  })

  test('a requirement may depend on an answer', () => {
    expect(controlNamed(form, 'pets')).toMatchObject({ requiredWhen: { '>': [{ var: 'age' }, 18] } })
  })

  test('or_other adds the choice 其他 and a question shown with it', () => {
    expect(controlNamed(form, 'kinds')?.binding).toMatchObject({
      own: { items: [{ name: '是' }, { name: '否' }, { name: '其他' }] },
    })
    expect(controlNamed(form, 'kinds-other')?.showWhen).toEqual({ 'one-of': [{ var: 'kinds' }, ['other']] })
  })

  test('a choice filter offers what fits the other answer', () => {
    const state = stateOf(
      shapeOf(baseKnowledge, form.form),
      { applicant: [{ values: { region: 's' } }] },
      '2026-01-01T00:00:00.000Z',
    )
    const town = controlNamed(form, 'town')
    expect(town && state.offered(town, 0).map(({ code }) => code)).toEqual(['b', 'c'])
  })

  test('a group in a repeat is shown card by card', () => {
    const answers = { 'kid-cards': [{ values: { 'kid-age': 3 } }, { values: { 'kid-age': 8 } }] }
    const state = stateOf(shapeOf(baseKnowledge, form.form), answers, '2026-01-01T00:00:00.000Z')
    const school = controlNamed(form, 'school-name')
    expect(school && [state.isShown(school, 0), state.isShown(school, 1)]).toEqual([false, true])
  })
})

test('a table of rows with the same choices is a matrix', () => {
  const form = read(
    survey(
      ['type', 'name', 'label', 'appearance'],
      ['begin group', 'g', '评价', 'table-list'],
      ['select_one yn', 'a', '卫生'],
      ['select_one yn', 'b', '治安'],
      ['end group'],
    ),
    choices(...yesNo),
  )
  expect(controlNamed(form, 'g')?.kind).toBe('matrix')
  expect(checkForm(baseKnowledge, form.form)).toEqual([])
})

describe('a broken workbook is told precisely and walked over', () => {
  test.each<[string, string[][], string]>([
    ['an unknown type', [['wobble', 'q', '题']], '题型“wobble”不认识'],
    ['a list that is not there', [['select_one nowhere', 'q', '题']], '选项列表“nowhere”不存在'],
    [
      'a calculation that is not written',
      [
        ['text', 'a', '题'],
        ['calculate', 'q', ''],
      ],
      '没有写怎样计算',
    ],
    [
      'a group that never ends',
      [
        ['begin group', 'g', '组'],
        ['text', 'a', '题'],
      ],
      '没有写结束',
    ],
    ['an end without a beginning', [['text', 'a', '题'], ['end group']], '没有开始的组'],
    [
      'a repeat in a repeat',
      [['begin repeat', 'r', '外'], ['begin repeat', 's', '内'], ['text', 'a', '题'], ['end repeat'], ['end repeat']],
      '重复组里的重复组'.slice(3),
    ],
    [
      'a question without a type',
      [
        ['text', 'a', '题'],
        ['', 'b', '题'],
      ],
      '没有写题型',
    ],
    [
      'metadata',
      [
        ['text', 'a', '题'],
        ['start', 'start'],
      ],
      '系统自行记录的内容没有搬：start',
    ],
    ['a file of choices', [['select_one_from_file towns.csv', 'a', '题']], '外部文件“towns.csv”'],
  ])('%s', (_, rows, message) => {
    const form = read(survey(['type', 'name', 'label'], ...rows))
    expect(
      messages(form).some((one) => one.includes(message)),
      messages(form).join('\n'),
    ).toBe(true)
    expect(form.form.controls.length).toBeGreaterThan(0)
  })

  test('a rule that cannot be said is quoted and the question kept', () => {
    const form = read(
      survey(['type', 'name', 'label', 'relevant'], ['text', 'a', '题', "pulldata('x','y','z','w') = 1"]),
    )
    expect(form.problems).toContainEqual(
      expect.objectContaining({
        sheet: 'survey',
        row: 2,
        message: expect.stringContaining("pulldata('x','y','z','w') = 1"),
      }),
    )
    expect(controlNamed(form, 'a')).not.toHaveProperty('showWhen')
  })

  test('a column written twice', () => {
    const form = read(survey(['type', 'name', 'label', 'label'], ['text', 'a', '甲', '乙']))
    expect(controlNamed(form, 'a')?.label).toBe('甲')
    expect(messages(form)[0]).toContain('有两列都叫“label”')
  })

  test('no survey sheet at all', () => {
    const grids: Grid[] = [choices(...yesNo), { name: 'settings', rows: [['form_title'], ['空']] }]
    expect(isXlsForm(grids)).toBe(true)
    expect(readXlsForm(baseKnowledge, grids)).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('survey') }],
    })
  })

  test('names that are alike get different ids', () => {
    const form = read(
      survey(
        ['type', 'name', 'label'],
        ['text', 'my_name', '甲'],
        ['text', 'my-name', '乙'],
        ['text', '姓名', '丙'],
        ['text', 'constructor', '丁'],
      ),
    )
    const ids = form.form.controls.map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z0-9-]{0,31}$/)
    expect(checkForm(baseKnowledge, form.form)).toEqual([])
  })
})

test('an everyday sheet is no XLSForm', () => {
  expect(isXlsForm([{ name: 'Sheet1', rows: [['姓名', '电话']] }])).toBe(false)
})
