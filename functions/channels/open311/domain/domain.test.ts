import type { Control, Form } from '@zmht/shared/controls'
import { baseKnowledge, baseVersion, entityId } from '@zmht/shared/knowledge'
import { describe, expect, test } from 'vitest'
import { readAsked, statusOf, w3Time } from './asked'
import { attributesOf, whyNotOffered } from './definition'
import { isOneOf, keyDigest, keyParts, keysNow, keyText, renewed } from './key'
import { answersOfSubmission, readSubmission, sameness } from './submission'

const own = (id: string, kind: Control['kind'], type: string, more: Partial<Control> = {}): Control => ({
  id,
  kind,
  label: `问题${id}`,
  required: false,
  binding: { subject: 'matter', own: { type } },
  ...more,
})
const colours = [
  { code: '1', name: '红' },
  { code: '2', name: '黄' },
]
const listOf = (many: boolean): NonNullable<Control['binding']> => ({
  subject: 'matter',
  own: { type: 'code', items: colours, ...(many ? { many: true as const } : {}) },
})
const detail: Control = {
  id: 'd',
  kind: 'long-text',
  label: '诉求内容',
  required: true,
  binding: { subject: 'matter', attribute: 'event.detail' },
}
const formOf = (...controls: readonly Control[]): Form => ({
  knowledge: baseVersion,
  subjects: [
    { key: 'caller', kind: 'person', name: '反映人', is: { by: 'actor' } },
    { key: 'matter', kind: 'event', name: '诉求', is: { by: 'submission' } },
    {
      key: 'child',
      kind: 'person',
      name: '孩子',
      is: { by: 'relation', relation: 'parent', of: 'caller', direction: 'forward' },
    },
  ],
  controls: [detail, ...controls],
})

const everyKind = formOf(
  { id: 'e', kind: 'explanation', label: '说明', required: false, text: '工作日办理' },
  own('t', 'text', 'text', { required: true, hint: '如：东门' }),
  own('l', 'long-text', 'text'),
  own('n', 'number', 'number'),
  own('a', 'date', 'date'),
  own('m', 'datetime', 'datetime'),
  { ...own('c', 'choice', 'code'), binding: listOf(false) },
  { ...own('s', 'choices', 'code'), binding: listOf(true) },
  own('y', 'yes-no', 'yes-no'),
  own('w', 'text', 'text', { required: true, showWhen: { '==': [1, 1] } }),
  own('p', 'photo', 'file'),
)

describe('a form as other systems read it', () => {
  const attributes = attributesOf(baseKnowledge, everyKind)

  test('keeps its order; what has no place in a form body is left out', () => {
    expect(attributes.map(({ code, datatype, order }) => [code, datatype, order])).toEqual([
      ['e', 'text', 1],
      ['t', 'string', 2],
      ['l', 'text', 3],
      ['n', 'number', 4],
      ['a', 'datetime', 5],
      ['m', 'datetime', 6],
      ['c', 'singlevaluelist', 7],
      ['s', 'multivaluelist', 8],
      ['y', 'singlevaluelist', 9],
      ['w', 'string', 10],
    ])
  })

  test('says what is read only, what is required, how it is written, and what may be chosen', () => {
    const of = (code: string) => attributes.find((one) => one.code === code)
    expect(of('e')).toMatchObject({ variable: false, required: false, description: '说明：工作日办理' })
    expect(of('t')).toMatchObject({ variable: true, required: true, datatype_description: '如：东门' })
    // Asked for only under a condition, it is not required of everybody.
    expect(of('w')?.required).toBe(false)
    expect(of('s')?.values).toEqual([
      { key: '1', name: '红' },
      { key: '2', name: '黄' },
    ])
    expect(of('y')?.values?.map(({ key }) => key)).toEqual(['true', 'false'])
    expect(of('n')).not.toHaveProperty('values')
  })

  test.each([
    ['one that other systems can fill in', everyKind, undefined],
    ['one that asks for nothing to be said', { ...everyKind, controls: everyKind.controls.slice(1) }, '诉求内容'],
    ['one that must have a photo', formOf(own('p', 'photo', 'file', { required: true })), '“问题p”是必填的'],
    [
      'one that asks of somebody else',
      formOf({
        ...own('k', 'name', 'name', { required: true }),
        binding: { subject: 'child', attribute: 'person.name' },
      }),
      '“问题k”是必填的',
    ],
  ])('%s', (_, form, why) => {
    const said = whyNotOffered({ form })
    if (why === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(why)
  })

  test('nor one with times to book, or for some people only', () => {
    expect(whyNotOffered({ form: everyKind, booking: { slots: [], waiting: 0 } })).toContain('约时间')
    expect(
      whyNotOffered({ form: everyKind, audience: { who: 'self', rules: [{ about: 'age', least: 65 }] } }),
    ).toContain('一部分居民')
  })
})

describe('what was sent', () => {
  const place = '6b9zhbj1zjx' as Parameters<typeof answersOfSubmission>[3]['place'] // of the right shape
  const person = entityId('e00000000000000000000')
  const answered = (body: string, isWhole = true) =>
    answersOfSubmission(baseKnowledge, everyKind, readSubmission(new URLSearchParams(body)).said, {
      place,
      person,
      isWhole,
    })
  const valuesOf = (body: string, isWhole?: boolean) => answered(body, isWhole).answers.matter?.[0]?.values

  test('is read by its codes, lists with brackets, days and hours in China', () => {
    expect(
      valuesOf(
        'description=灯坏了&attribute[t]=东门&attribute[n]=3&attribute[s][]=1&attribute[s][]=2&attribute[c]=2&attribute[y]=true' +
          '&attribute[a]=2026-12-09T20:00:00Z&attribute[m]=2026-12-10T09:30:00%2B08:00',
      ),
    ).toEqual({
      d: '灯坏了',
      t: '东门',
      n: 3,
      s: ['1', '2'],
      c: '2',
      y: true,
      a: '2026-12-10',
      m: '2026-12-10T09:30',
    })
  })

  test('what no question takes stands at the end of the text; an address that is read whole does not', () => {
    const body = 'description=灯坏了&address_string=东门外&email=a@b.cn'
    expect(valuesOf(body, false)?.d).toBe('灯坏了\n地址：东门外\n电子邮箱：a@b.cn')
    expect(valuesOf(body, true)?.d).toBe('灯坏了\n电子邮箱：a@b.cn')
  })

  test.each([
    ['an unknown code', 'attribute[zz]=1', '没有 attribute[zz]'],
    ['a number that is none', 'attribute[n]=三', 'attribute[n]（问题n）写得不对'],
    ['two answers to one question', 'attribute[t]=1&attribute[t]=2', 'attribute[t]（问题t）写得不对'],
    ['neither yes nor no', 'attribute[y]=maybe', 'attribute[y]（问题y）写得不对'],
    ['a question of nobody', 'attribute[__proto__]=1', '没有 attribute[__proto__]'],
  ])('%s is told', (_, body, words) => {
    expect(answered(`description=灯&${body}`).wrong).toEqual([expect.stringContaining(words)])
  })

  test.each([
    ['first_name=小满&last_name=孙', '孙小满'],
    ['first_name=john&last_name=smith', 'john smith'],
    ['last_name=孙', '孙'],
    ['first_name=', undefined],
  ])('the name in %s is %s', (body, name) => {
    expect(readSubmission(new URLSearchParams(body)).said.name).toBe(name)
  })

  test.each([
    ['lat=39.99&long=116.46', { point: [116.46, 39.99] }],
    ['lat=39.99', undefined],
    ['lat=139&long=16', undefined],
    ['lat=a&long=b', undefined],
  ])('the point in %s', (body, point) => {
    const { said, wrong } = readSubmission(new URLSearchParams(`description=灯&${body}`))
    if (point === undefined) expect(wrong.join()).toContain('lat 和 long')
    else expect([said.point, wrong]).toEqual([point.point, []])
  })

  test('is the same in whatever order, under whatever key', () => {
    const [one, two, other] = ['a=1&api_key=x&b=2', 'b=2&a=1&api_key=y', 'a=1&b=3'].map((body) =>
      sameness(new URLSearchParams(body)),
    )
    expect(one).toBe(two)
    expect(one).not.toBe(other)
  })
})

describe('what is asked for', () => {
  const at = '2026-11-30T00:00:00.000Z'
  const asked = (query: string) => readAsked(new URLSearchParams(query), at)

  test.each([
    ['', '2026-09-01', '2026-11-30'],
    ['start_date=2026-01-01T00:00:00Z', '2026-01-01', '2026-04-01'],
    ['start_date=2026-11-01T00:00:00%2B08:00', '2026-10-31', '2026-11-30'],
    ['start_date=2026-11-01T00:00:00+08:00', '2026-10-31', '2026-11-30'],
    ['end_date=2026-06-30T00:00:00Z', '2026-04-01', '2026-06-30'],
    ['start_date=2026-05-24T00:00:00Z&end_date=2026-06-24T00:00:00Z', '2026-05-24', '2026-06-24'],
  ])('%s is from %s until %s', (query, from, until) => {
    const { asked: found, wrong } = asked(query)
    expect([found.from.slice(0, 10), found.until.slice(0, 10), wrong]).toEqual([from, until, []])
  })

  test.each([
    ['start_date=2026-05-24T00:00:00', '时区'],
    ['start_date=2026-11-24T00:00:00Z&end_date=2026-11-01T00:00:00Z', '晚于'],
    ['start_date=2026-05-24T00:00:00Z&end_date=2026-11-01T00:00:00Z', '90 天'],
    ['status=open,done', 'open 或 closed'],
    [`service_request_id=${Array.from({ length: 101 }, (_, one) => one).join()}`, '一次不超过 100 个'],
  ])('%s is refused', (query, words) => {
    expect(asked(query).wrong).toEqual([expect.stringContaining(words)])
  })

  test('ids stand before everything else, and what is no id is nobody’s', () => {
    const id = `r${'0'.repeat(20)}`
    expect(asked(`service_request_id=${id},293944&start_date=yesterday`)).toMatchObject({
      asked: { ids: [id] },
      wrong: [],
    })
    expect(asked('status=open&status=closed').asked.statuses).toEqual(['open', 'closed'])
  })

  test('a request is open until it is over', () => {
    expect((['submitted', 'claimed', 'closed', 'declined', 'withdrawn'] as const).map(statusOf)).toEqual([
      'open',
      'open',
      'closed',
      'closed',
      'closed',
    ])
    expect(w3Time('2026-11-29T16:05:06.789Z')).toBe('2026-11-30T00:05:06+08:00')
  })
})

describe('keys', () => {
  const at = '2026-11-30T00:00:00.000Z'
  const until = '2026-12-01T00:00:00.000Z'
  const parts = (letter: string) => ({ clientId: `k${'0'.repeat(20)}`, secret: letter.repeat(43) })
  const keyOf = (letter: string) => ({ digest: keyDigest(parts(letter)), ends: letter.repeat(4), at })

  test('are read back as they were written, and nothing else is', () => {
    expect(keyParts(keyText(parts('a')))).toEqual(parts('a'))
    for (const text of ['', 'xyz', `${keyText(parts('a'))}a`, keyText(parts('a')).slice(1)])
      expect(keyParts(text)).toBeUndefined()
  })

  test('two are good at the most, the former for a day', () => {
    const [first, second, third] = [keyOf('a'), keyOf('b'), keyOf('c')]
    const two = renewed([first], second, until)
    expect(two).toEqual([second, { ...first, until }])
    const three = renewed(two, third, until)
    expect(isOneOf(three, parts('a'))).toBe(false)
    expect(isOneOf(three, parts('b'))).toBe(true)
    expect(keysNow(three, until).map(({ ends }) => ends)).toEqual(['cccc'])
  })

  test('a secret is good for its own system alone', () => {
    expect(isOneOf([keyOf('a')], { ...parts('a'), clientId: `k${'1'.repeat(20)}` })).toBe(false)
  })
})
