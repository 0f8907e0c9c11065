import type { ChannelContent } from '@zmht/shared/contract'
import { type Control, type ControlKind, controlKinds, type Form } from '@zmht/shared/controls'
import { baseVersion, type Value } from '@zmht/shared/knowledge'

const opinions = [
  { code: '1', name: '满意' },
  { code: '2', name: '一般' },
  { code: '3', name: '不满意' },
]
const many = Array.from({ length: 40 }, (_, at) => ({ code: String(at + 1), name: `第${at + 1}项服务` }))

type Given = Partial<Omit<Control, 'id' | 'kind' | 'label' | 'binding'>>

const own = (type: string, more: { readonly many?: true; readonly items?: typeof opinions } = {}) => ({
  subject: 'me',
  own: { type, ...more },
})
const of = (attribute: string) => ({ subject: 'me', attribute })

function control(
  id: string,
  kind: ControlKind,
  label: string,
  binding?: NonNullable<Control['binding']>,
  more: Given = {},
): Control {
  return { id, kind, label, required: false, ...(binding ? { binding } : {}), ...more }
}

/** One form with every kind of control there is. */
export const everyKind: Form = {
  knowledge: baseVersion,
  subjects: [
    { key: 'me', kind: 'person', name: '您', is: { by: 'actor' } },
    {
      key: 'child',
      kind: 'person',
      name: '孩子',
      is: { by: 'relation', relation: 'parent', of: 'me', direction: 'forward' },
      many: { min: 0, max: 3 },
    },
  ],
  controls: [
    control('about', 'section', '基本情况', undefined, { hint: '先说说您自己' }),
    control('name', 'name', '姓名', of('person.name'), { required: true, within: 'about' }),
    control('id', 'id-number', '身份证号', of('person.idNumber'), { within: 'about' }),
    control('age', 'computed', '年龄', of('person.age'), { within: 'about' }),
    control('mobile', 'phone', '手机号', of('person.mobile')),
    control('education', 'choice', '学历', of('person.education')),
    control('diseases', 'choices', '慢性病', of('person.chronicDiseases')),
    control('alone', 'yes-no', '独居', of('person.livingAlone')),
    control('wanted', 'choices', '想要的服务', own('code', { many: true, items: many })),
    control('nickname', 'text', '昵称', own('text:10')),
    control('income', 'money', '月收入', own('money')),
    control('people', 'number', '几口人', own('number:1..20:人')),
    control('share', 'computed', '人均收入', own('number:0..10000000:元:2'), {
      compute: { round: [{ '/': [{ var: 'income' }, { var: 'people' }] }, 2] },
    }),
    control('day', 'date', '希望哪天', own('date')),
    control('month', 'month', '哪个月入住', own('month')),
    control('time', 'time', '几点', own('time')),
    control('moment', 'datetime', '什么时候', own('datetime')),
    control('days', 'date-range', '起止日期', own('date-range')),
    control('hours', 'time-range', '方便的时间', own('time-range')),
    control('uscc', 'uscc', '信用代码', own('uscc')),
    control('plate', 'plate', '车牌', own('plate')),
    control('where', 'point', '在哪里', own('point')),
    control('photo', 'photo', '照片', own('photo', { many: true })),
    control('paper', 'file', '材料', own('file')),
    control('signed', 'signature', '签名', own('signature')),
    control('clinic', 'entity', '签约医院', { subject: 'me', relation: 'signed-with-clinic' }),
    control('home', 'place', '住址', { subject: 'me', relation: 'resides-at' }),
    control('opinion', 'matrix', '您对下面几项满意吗'),
    control('tidy', 'choice', '环境', own('code', { items: opinions }), { within: 'opinion' }),
    control('safe', 'choice', '安全', own('code', { items: opinions }), { within: 'opinion' }),
    control('notice', 'explanation', '说明', undefined, { text: '以上只用于这次登记。' }),
    control('childName', 'name', '孩子姓名', { subject: 'child', attribute: 'person.name' }),
    control('note', 'long-text', '其他', own('text:500')),
    control('agreed', 'consent', '资料使用同意书', undefined, {
      required: true,
      text: '我同意社区使用以上资料。',
    }),
  ],
}

/** A kind without a control here would be tested nowhere. */
export const kindsMissing = controlKinds.filter((kind) => !everyKind.controls.some((one) => one.kind === kind))

export const everyKindService: ChannelContent = {
  title: '各种控件',
  summary: '每一种控件各有一个',
  category: 'other',
  procedure: 'open',
  promisedDays: 3,
  form: everyKind,
}

/** What must be answered, so that nothing else is wrong. */
export const leastAnswers: Readonly<Record<string, Value>> = { name: '周惊蛰', agreed: true }

/** A control, what somebody types there, and what they are told; nothing: it is right. */
export type Row = readonly [control: string, typed: Value, told: string | undefined]

export const rows: readonly Row[] = [
  ['name', '买买提·艾力', undefined],
  ['name', '王2', '姓名'],
  ['name', '', '请填写“姓名”'],
  ['id', '11010519491231002X', undefined],
  ['id', '11010519491231002x', undefined],
  ['id', '110105194912310021', '最后一位'],
  ['id', '110105491231002', undefined],
  ['id', '99010519491231002X', '行政区划'],
  ['id', '110105194902310020', '日期'],
  ['mobile', '138 0013 8000', undefined],
  ['mobile', '+86 13800138000', undefined],
  ['mobile', '12800138000', '手机号'],
  ['education', '20', undefined],
  ['education', '98', '选项'],
  ['diseases', ['02', '03'], undefined],
  ['diseases', ['02', 'zz'], '选项'],
  ['alone', true, undefined],
  ['alone', 'maybe', '“是”或“否”'],
  ['wanted', ['1', '40'], undefined],
  ['wanted', ['41'], '选项'],
  ['nickname', '老周', undefined],
  ['nickname', '一二三四五六七八九十一', '10'],
  ['income', 3520.5, undefined],
  ['income', -1, '0'],
  ['income', 12.345, '2位'],
  ['people', 4, undefined],
  ['people', 0, '1'],
  ['people', 21, '20'],
  ['people', 2.5, '整数'],
  ['day', '2026-02-28', undefined],
  ['day', '2026-02-30', '日期'],
  ['month', '2026-11', undefined],
  ['month', '2026-13', '月'],
  ['time', '08:30', undefined],
  ['time', '25:00', '时间'],
  ['moment', '2026-11-25T08:30', undefined],
  ['moment', '2026-11-25', '时间'],
  ['days', '2026-11-25/2026-11-27', undefined],
  ['days', '2026-11-27/2026-11-25', '早'],
  ['hours', '08:30/11:30', undefined],
  ['hours', '11:30/08:30', '早'],
  ['uscc', '91110105MA00A1B2C3', undefined],
  ['uscc', '91110105MA00A1B2I3', '信用代码'],
  ['plate', '京AD12345', undefined],
  ['plate', '京A12345', undefined],
  ['plate', '京A1234', '车牌'],
  ['where', '116.46,39.99', undefined],
  ['where', '216.46,39.99', '位置'],
  ['tidy', '1', undefined],
  ['tidy', '4', '选项'],
  ['note', '想早一点办', undefined],
  ['note', '长'.repeat(501), '500'],
  ['agreed', false, '同意'],
]
