import { describe, expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import { checkForm } from './check-form'
import { controlDefaults, controlFor } from './control-for'
import { registration } from './examples'
import type { Control, Form, Subject } from './form'

const messages = (form: Form) => checkForm(baseKnowledge, form).map((problem) => problem.message)
const changed = (id: string, change: Partial<Control>): Form => ({
  ...registration,
  controls: registration.controls.map((control) => (control.id === id ? { ...control, ...change } : control)),
})
const withControl = (control: Partial<Control>): Form => ({
  ...registration,
  controls: [...registration.controls, { id: 'new', kind: 'text', label: '新控件', required: false, ...control }],
})
const withSubject = (subject: Partial<Subject>): Form => ({
  ...registration,
  subjects: [...registration.subjects, { key: 'new', kind: 'person', name: '新对象', is: { by: 'actor' }, ...subject }],
})
const via = (relation: string, of: string, direction: 'forward' | 'backward') =>
  ({ by: 'relation', relation, of, direction }) as const

test('a sound form has no problems', () => {
  expect(checkForm(baseKnowledge, registration)).toEqual([])
})

describe('a worker is told of a control', () => {
  test.each<[string, Form, string]>([
    ['without a name', changed('note', { label: ' ' }), '控件“第9个”：还没有名称'],
    [
      'whose attribute does not exist',
      changed('note', { binding: { subject: 'visit', attribute: 'event.wish' } }),
      '控件“其他”：记录的资料在城市知识体系里不存在，请重新选择',
    ],
    [
      'whose attribute is of another kind',
      changed('note', { binding: { subject: 'visit', attribute: 'person.name' } }),
      '控件“其他”：“姓名”不是“本次登记”的资料，请重新选择',
    ],
    [
      'that does not fit its attribute',
      changed('myMobile', { kind: 'date' }),
      '控件“您的手机号”：控件类型和“手机号”不符，请换一种控件',
    ],
    [
      'of a subject that does not exist',
      changed('note', { binding: { subject: 'dog', attribute: 'event.note' } }),
      '控件“其他”：所属的对象不存在，请重新选择',
    ],
    ['bound to nothing', withControl({}), '控件“新控件”：还没有选择要记录的资料'],
    [
      'that asks the same again',
      withControl({ kind: 'name', binding: { subject: 'me', attribute: 'person.name' } }),
      '控件“新控件”：和前面的控件记录同一项资料，请删去一个',
    ],
    [
      'that asks what an ID number tells',
      withControl({ kind: 'date', binding: { subject: 'child', attribute: 'person.birthDate' } }),
      '控件“新控件”：“出生日期”可由“孩子身份证号”得出，不用再问',
    ],
    [
      'with the id of another',
      withControl({ id: 'note', binding: { subject: 'me', attribute: 'person.nativePlace' } }),
      '控件“新控件”：编号和前面的控件重复，请换一个',
    ],
    [
      'with an id no answer could be kept under',
      withControl({ id: 'constructor', binding: { subject: 'me', attribute: 'person.nativePlace' } }),
      '控件“新控件”：编号不能使用，请换一个',
    ],
    ['that explains nothing', withControl({ kind: 'explanation' }), '控件“新控件”：还没有写内容'],
    [
      'that binds a consent',
      changed('consent', { binding: { subject: 'me', attribute: 'person.name' } }),
      '控件“资料使用同意书”：只供阅读和分组的控件不记录资料，请去掉绑定',
    ],
    [
      'whose relation does not exist',
      withControl({ kind: 'place', binding: { subject: 'me', relation: 'born-at' } }),
      '控件“新控件”：记录的关系在城市知识体系里不存在，请重新选择',
    ],
    [
      'whose relation leads to no place',
      withControl({ kind: 'place', binding: { subject: 'me', relation: 'parent' } }),
      '控件“新控件”：这种关系不能这样选择，请换一种控件',
    ],
    [
      'whose relation does not start there',
      withControl({ kind: 'place', binding: { subject: 'visit', relation: 'works-at' } }),
      '控件“新控件”：“工作地点”不能用在“本次登记”上',
    ],
    [
      'whose condition looks at a control that does not exist',
      changed('note', { showWhen: { 'one-of': [{ var: 'wish' }, [true]] } }),
      '控件“其他”：显示条件所看的控件不存在',
    ],
    [
      'whose condition looks at itself',
      changed('lift', { showWhen: { '==': [{ var: 'lift' }, true] } }),
      '控件“楼里有电梯吗”：显示或计算的条件绕成了一圈，请改掉其中一条',
    ],
    [
      'whose condition can never hold',
      changed('note', { showWhen: { and: [{ '==': [{ var: 'lift' }, true] }, { '==': [{ var: 'lift' }, false] }] } }),
      '控件“其他”：条件永远不会成立，这一项不会出现，请修改条件',
    ],
    [
      'whose condition names no answer',
      changed('note', { showWhen: { 'one-of': [{ var: 'lift' }, []] } }),
      '控件“其他”：条件永远不会成立，这一项不会出现，请修改条件',
    ],
    [
      'whose condition uses what forms do not have',
      changed('note', { showWhen: { method: [{ var: 'lift' }, 'constructor'] } }),
      '控件“其他”：显示条件：条件里有不能使用的运算“method”',
    ],
    [
      'whose rule is not complete',
      changed('note', { requiredWhen: { '==': [{ var: 'lift' }] } }),
      '控件“其他”：必填条件：“等于”的内容不完整',
    ],
    [
      'whose format could take for ever',
      changed('note', { constraints: [{ must: { matches: [{ var: 'note' }, '(a+)+b'] }, message: '不对' }] }),
      '控件“其他”：核对条件：格式写得不对，或者太复杂',
    ],
    [
      'whose constraint says nothing',
      changed('note', { constraints: [{ must: { answered: { var: 'note' } }, message: ' ' }] }),
      '控件“其他”：核对条件还没有写不符合时的提示',
    ],
    [
      'that offers a choice there is not',
      changed('childAllergic', { offer: { when: [{ codes: ['77'], if: true }], others: 'always' } }),
      '控件“孩子的药物过敏”：选项条件里有不存在的选项',
    ],
    ['in a section that does not exist', changed('note', { within: 'part' }), '控件“其他”：所在的分组不存在'],
  ])('%s', (_, form, message) => {
    expect(messages(form)).toEqual([message])
  })
})

describe('a worker is told of a subject', () => {
  test.each<[string, Form, string]>([
    [
      'whose relation does not exist',
      withSubject({ is: via('twin', 'me', 'forward') }),
      '选用的关系不存在，请重新选择',
    ],
    [
      'reached from one that does not exist',
      withSubject({ is: via('carer', 'dog', 'forward') }),
      '所关联的对象不存在，请重新选择',
    ],
    [
      'reached from itself',
      withSubject({ is: via('carer', 'new', 'forward') }),
      '和填写人之间没有关联，请重新选择关系',
    ],
    [
      'of the wrong kind',
      withSubject({ kind: 'thing', is: via('carer', 'me', 'forward') }),
      '“照护人”这种关系不能用在这两个对象之间',
    ],
    [
      'reached as another one is',
      withSubject({ is: via('parent', 'me', 'forward') }),
      '和另一个对象用了同样的关系，请合并成一个可重复的对象',
    ],
    [
      'that repeats inside one that repeats',
      withSubject({ is: via('carer', 'child', 'forward'), many: { min: 0, max: 2 } }),
      '可重复的对象里不能再有可重复的对象',
    ],
    [
      'that repeats too often',
      withSubject({ is: via('carer', 'me', 'forward'), many: { min: 0, max: 21 } }),
      '份数要在0到20之间，且最少不超过最多',
    ],
    [
      'that repeats though there is one',
      withSubject({ is: via('spouse', 'me', 'forward'), many: { min: 0, max: 2 } }),
      '“配偶”只能有一个，不能重复',
    ],
    [
      'that is an event other than this one',
      withSubject({ kind: 'event', is: via('about', 'me', 'backward') }),
      '表单里的事只能是本次申请',
    ],
    [
      'that is a place nobody chooses',
      withSubject({ kind: 'place', is: via('works-at', 'me', 'forward') }),
      '请为“您”放一个“工作地点”的地点控件，由它来确定是哪里',
    ],
    ['without a name', withSubject({ name: '', is: via('carer', 'me', 'forward') }), '还没有名称'],
    ['with the key of another', withSubject({ key: 'me', is: via('carer', 'child', 'forward') }), '编号重复，请换一个'],
  ])('%s', (_, form, message) => {
    expect(messages(form).some((one) => one.endsWith(`：${message}`))).toBe(true)
  })

  test('that leads back to where it came from', () => {
    const back = withSubject({ key: 'spouse', name: '配偶', is: via('spouse', 'me', 'forward') })
    const again: Form = {
      ...back,
      subjects: [
        ...back.subjects,
        { key: 'self', kind: 'person', name: '配偶的配偶', is: via('spouse', 'spouse', 'forward') },
      ],
    }
    expect(messages(back)).toEqual([])
    expect(messages(again)).toEqual(['对象“配偶的配偶”：沿着同一种关系又绕了回来，指的就是原来的对象，请重新选择关系'])
  })
})

describe('a worker is told of a form', () => {
  test('nobody fills in', () => {
    expect(messages({ ...registration, subjects: [] })).toContain('表单里要有且只有一位填写人')
  })

  test('that asks nothing', () => {
    expect(messages({ ...registration, controls: [] })).toContain('表单里还没有要填写的内容，请至少放一个控件')
  })

  test('that is too long', () => {
    const many = Array.from(
      { length: 601 },
      (_, at): Control => ({ id: `t${at}`, kind: 'explanation', label: '', required: false, text: '说明' }),
    )
    expect(messages({ ...registration, controls: many })).toContain('表单里最多放600个控件，请分成几张表单')
  })

  test('with two submissions', () => {
    expect(messages(withSubject({ kind: 'event', is: { by: 'submission' } }))).toContain(
      '“本次申请”只能有一个，请删去多余的',
    )
  })

  test('whose subjects are reached in a circle, without going round for ever', () => {
    const circle: Form = {
      ...registration,
      subjects: [
        ...registration.subjects,
        { key: 'a', kind: 'person', name: '甲', is: via('carer', 'b', 'forward') },
        { key: 'b', kind: 'person', name: '乙', is: via('carer', 'a', 'forward') },
      ],
    }
    expect(messages(circle)).toEqual([
      '对象“甲”：和填写人之间没有关联，请重新选择关系',
      '对象“乙”：和填写人之间没有关联，请重新选择关系',
    ])
  })
})

describe('the builder puts down', () => {
  test.each([
    ['person.name', 'name'],
    ['person.idNumber', 'id-number'],
    ['person.mobile', 'phone'],
    ['person.chronicDiseases', 'choices'],
    ['person.education', 'choice'],
    ['person.livingAlone', 'yes-no'],
    ['person.birthDate', 'date'],
    ['place.floors', 'number'],
    ['event.note', 'long-text'],
    ['event.title', 'text'],
    ['thing.plate', 'plate'],
  ])('for %s a control of kind %s', (code, kind) => {
    const what = baseKnowledge.attribute(code)
    expect(what && controlFor(what)).toBe(kind)
  })

  test('for every attribute a control that makes a sound form', () => {
    for (const what of baseKnowledge.attributesOf('person')) {
      const form: Form = {
        knowledge: '1.0.0',
        subjects: registration.subjects.slice(0, 1),
        controls: [controlDefaults(what, 'me', 'k1')],
      }
      expect(checkForm(baseKnowledge, form)).toEqual([])
    }
  })
})
