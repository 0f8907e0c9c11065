import { describe, expect, test } from 'vitest'
import type { Attribute, Value } from './index'
import { baseKnowledge, entityId, isBlank, maskValue, readValue, sensitivityOf, showValue } from './index'

function the(code: string): Attribute {
  const found = baseKnowledge.attribute(code)
  if (!found) throw new Error(`no attribute ${code}`)
  return found
}

describe('what was typed becomes what is stored', () => {
  test.each<[string, Value, Value]>([
    ['person.name', '  王建国 ', '王建国'],
    ['person.name', '阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['person.mobile', '138 0000 1234', '13800001234'],
    ['person.chronicDiseases', ['03', '02', '03'], ['02', '03']],
    ['person.sex', '2', '2'],
    ['person.livingAlone', false, false],
    ['person.heightCm', '165.5', 165.5],
    ['place.floors', 6, 6],
    ['person.birthDate', '1952-02-29', '1952-02-29'],
    ['event.note', ' 听力不好，请大声一点 ', '听力不好，请大声一点'],
  ])('%s: %j → %j', (code, typed, stored) => {
    expect(readValue(the(code), typed)).toEqual({ ok: true, value: stored })
  })

  test.each<[string, Value, string]>([
    ['person.name', '张*', '请填写姓名，不要有数字和符号'],
    ['person.name', '王'.repeat(51), '请不要超过50个字'],
    ['person.name', 5, '请重新填写'],
    ['person.mobile', '138****1234', '手机号应为11位数字，请核对后再填'],
    ['person.mobile', true, '请重新填写'],
    ['person.sex', '3', '请从列出的选项里选择'],
    ['person.chronicDiseases', '02', '请重新选择'],
    ['person.chronicDiseases', ['02', '99'], '请从列出的选项里选择'],
    ['person.livingAlone', '是', '请选择“是”或“否”'],
    ['person.heightCm', 165.55, '小数点后请不要超过1位'],
    ['place.floors', 2.5, '请填写整数'],
    ['place.floors', 0, '请填写1到200之间的数'],
    ['place.floors', 'six', '请填写数字'],
    ['place.floors', Number.NaN, '请填写数字'],
    ['person.birthDate', '1951-02-29', '请选择一个真实的日期'],
    ['event.note', '******', '请填写完整内容，不要用星号'],
  ])('%s: %j is refused: %s', (code, typed, message) => {
    expect(readValue(the(code), typed)).toEqual({ ok: false, message })
  })

  test('what was read is read again as the same', () => {
    for (const [code, typed] of [
      ['person.idNumber', '110101900307002'],
      ['thing.plate', '京a·12345'],
    ] as const) {
      const once = readValue(the(code), typed)
      expect(once.ok && readValue(the(code), once.value)).toEqual(once)
    }
  })

  test.each<[Value | undefined, boolean]>([
    [undefined, true],
    ['', true],
    ['  ', true],
    [[], true],
    [false, false],
    [0, false],
    ['无', false],
  ])('%j is blank: %s', (value, blank) => {
    expect(isBlank(value)).toBe(blank)
  })
})

describe('how a value is shown', () => {
  test.each<[string, Value, string]>([
    ['person.birthDate', '1952-03-04', '1952年3月4日'],
    ['person.sex', '2', '女'],
    ['person.chronicDiseases', ['02', '03'], '高血压、糖尿病'],
    ['person.livingAlone', true, '是'],
    ['person.livingAlone', false, '否'],
    ['person.heightCm', 165.5, '165.5厘米'],
    ['thing.quantity', 3, '3'],
    ['person.name', '王建国', '王建国'],
  ])('%s %j is shown as %s', (code, value, shown) => {
    expect(showValue(the(code), value)).toBe(shown)
  })

  test('a place is shown by the name its caller knows', () => {
    expect(showValue({ value: { type: 'place' } }, 'k3m9', (id) => `地点${id}`)).toBe('地点k3m9')
  })

  test.each<[string, Value, string]>([
    ['person.mobile', '13800001234', '138****1234'],
    ['person.idNumber', '110101199003070029', '1101**********0029'],
    ['person.name', '张三', '张*'],
    ['person.name', '欧阳娜娜', '欧***'],
    ['person.name', '王', '王*'],
    ['thing.plate', '京A12345', '京A***45'],
    ['person.chronicDiseases', ['02'], '******'],
    ['person.sex', '1', '******'],
    ['event.note', '听力不好', '******'],
  ])('%s %j is masked as %s', (code, value, masked) => {
    expect(maskValue(the(code), value)).toBe(masked)
  })
})

describe('whose value it is counts too', () => {
  const at = '2026-11-24T01:00:00.000Z'
  const person = (birthDate: string) => ({
    id: entityId('e1'),
    kind: 'person' as const,
    facts: {
      'person.birthDate': {
        value: birthDate,
        source: { kind: 'self' as const, id: 'r1', label: '体检' },
        at,
        version: '1.0.0',
        by: 'a1',
        authority: 'own' as const,
      },
    },
  })

  test('everything of a child under 14 is sensitive', () => {
    expect(sensitivityOf(the('person.name'), person('2012-11-25'), at)).toBe('sensitive')
    expect(sensitivityOf(the('person.name'), person('2012-11-24'), at)).toBe('personal')
  })

  test('a sensitive attribute is sensitive whoever it is said of', () => {
    expect(sensitivityOf(the('person.chronicDiseases'), person('1952-03-04'), at)).toBe('sensitive')
  })

  test('a place has no age', () => {
    expect(sensitivityOf(the('place.name'), { kind: 'place', facts: person('2020-01-01').facts }, at)).toBe('open')
  })
})
