import { describe, expect, test } from 'vitest'
import { checkForm } from '../controls'
import { baseKnowledge, entityKinds } from '../knowledge'
import { headingSets } from './heading-sets/everyday'
import { proposeForm } from './propose'

const sheet = (name: string, ...rows: string[][]) => proposeForm(baseKnowledge, { name, rows })
const columnNamed = (proposal: ReturnType<typeof sheet>, heading: string) =>
  proposal.matched.find((one) => one.heading === heading)

describe('a sheet of residents', () => {
  const proposal = sheet(
    '居民信息登记表',
    ['序号', '姓名', '性别', '身份证号', '联系电话', '现住址', '门禁卡颜色'],
    ...['红', '蓝', '红', '绿', '蓝', '红'].map((colour, at) => [
      String(at + 1),
      '王芳',
      '女',
      '11010519491231002X',
      '13800138000',
      '朝阳区花家地北里3号楼2单元501',
      colour,
    ]),
  )

  test('asks the one who fills it in, and is ready to publish', () => {
    expect(checkForm(baseKnowledge, proposal.form)).toEqual([])
    expect(proposal.form.subjects.map(({ key }) => key)).toEqual(['applicant'])
    expect(columnNamed(proposal, '现住址')).toMatchObject({
      confidence: 'right',
      relation: 'resides-at',
      subject: 'applicant',
    })
  })

  test('does not ask for the sex beside the ID number that tells it', () => {
    expect(columnNamed(proposal, '性别')).toMatchObject({ confidence: 'right', attribute: 'person.sex' })
    expect(columnNamed(proposal, '性别')?.control).toBeUndefined()
  })

  test('does not ask for the row number', () => {
    expect(columnNamed(proposal, '序号')).toMatchObject({ confidence: 'none' })
    expect(columnNamed(proposal, '序号')?.control).toBeUndefined()
  })

  test('makes a choice of a column that repeats a few words', () => {
    const control = proposal.form.controls.find(({ label }) => label === '门禁卡颜色')
    expect(control?.kind).toBe('choice')
    expect(control?.binding).toMatchObject({
      own: { type: 'code', items: [{ name: '红' }, { name: '蓝' }, { name: '绿' }] },
    })
  })
})

test('values speak against a heading: dates below 电话 are no telephone', () => {
  const proposal = sheet(
    '人员表',
    ['姓名', '联系电话'],
    ...['2024-01-02', '2024-02-03', '2024-03-04', '2024-05-06'].map((day) => ['王芳', day]),
  )
  expect(columnNamed(proposal, '联系电话')?.confidence).not.toBe('right')
})

test('of two columns that mean the same one is for a person to decide', () => {
  const proposal = sheet('人员表', ['姓名', '手机号', '手机号码'])
  expect(proposal.matched.map(({ confidence }) => confidence).sort()).toEqual(['right', 'right', 'unsure'])
})

test('a telephone behind the guardian is the guardian’s', () => {
  const proposal = sheet('人员表', ['姓名', '联系电话', '监护人', '联系电话'])
  expect(proposal.matched[3]).toMatchObject({ confidence: 'right', attribute: 'person.guardianMobile' })
})

test('a sheet of vehicles asks the owner about the vehicle', () => {
  const proposal = sheet('车辆登记', ['车牌号', '车型', '车主姓名', '车主电话'])
  expect(proposal.ledger.kind).toBe('thing')
  expect(columnNamed(proposal, '车牌号')).toMatchObject({ attribute: 'thing.plate', subject: 'thing' })
  expect(columnNamed(proposal, '车主电话')).toMatchObject({ attribute: 'person.mobile', subject: 'applicant' })
})

test('every everyday sheet becomes a form that can be published', () => {
  for (const set of headingSets) {
    const proposal = sheet(
      set.title,
      set.columns.map(({ heading }) => heading),
    )
    expect(checkForm(baseKnowledge, proposal.form), set.title).toEqual([])
    expect(entityKinds).toContain(proposal.ledger.kind)
  }
})

test('a sheet without headings is refused in words', () => {
  expect(sheet('空表').problems[0]?.message).toContain('没有找到表头')
})

test('the colour of the bin in a list of people is not that of a thing of theirs', () => {
  const proposal = sheet('居民登记表', ['姓名', '身份证号', '联系电话', '垃圾桶颜色'])
  expect(columnNamed(proposal, '垃圾桶颜色')?.confidence).not.toBe('right')
})

test('who made the list is not whom it is about', () => {
  const proposal = sheet('居民登记表', ['姓名', '身份证号', '联系电话', '采集人电话', '网格员姓名', '录入时间'])
  expect(proposal.matched.map(({ confidence }) => confidence)).toEqual([
    'right',
    'right',
    'right',
    'none',
    'none',
    'none',
  ])
})

test('an address in columns of its own becomes one place control', () => {
  const proposal = sheet('居民登记表', ['姓名', '身份证号', '社区', '楼栋号', '单元', '房号'])
  expect(proposal.matched.slice(2).map(({ relation, control }) => [relation, control])).toEqual(
    Array.from({ length: 4 }, () => ['resides-at', 'k3']),
  )
})
