import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageAt,
  dayInChina,
  factsFromIdNumber,
  idCheckCharacter,
  isRealDate,
  readIdNumber,
  readMobile,
  readPlate,
  readUscc,
  usccCheckCharacter,
} from './identifiers'

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(''))
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const region = fc.constantFrom('110101', '140202', '310104', '659001', '710000', '810000', '820000', '830000')
const seventeen = fc
  .tuple(region, day, digits(3))
  .map(([place, born, order]) => place + born.replaceAll('-', '') + order)
const idNumbers = seventeen.map((first) => first + idCheckCharacter(first))

describe('身份证号', () => {
  test('a well-formed number is read as it is, however it was typed', () => {
    fc.assert(
      fc.property(idNumbers, (id) => {
        expect(readIdNumber(id)).toEqual({ ok: true, value: id })
        expect(readIdNumber(` ${id.slice(0, 6)} ${id.slice(6, 14)}-${id.slice(14).toLowerCase()} `)).toEqual({
          ok: true,
          value: id,
        })
      }),
    )
  })

  test('any one digit typed wrong is noticed', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, off) => {
        const typo = id.slice(0, at) + ((Number(id.charAt(at)) + off) % 10) + id.slice(at + 1)
        expect(readIdNumber(typo).ok).toBe(false)
      }),
    )
  })

  test('two neighbouring digits exchanged are noticed', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat({ max: 15 }), (id, at) => {
        const [one = '', other = ''] = [id[at], id[at + 1]]
        fc.pre(one !== other)
        expect(readIdNumber(id.slice(0, at) + other + one + id.slice(at + 2)).ok).toBe(false)
      }),
    )
  })

  test('it tells birth date and sex', () => {
    fc.assert(
      fc.property(region, day, digits(3), (place, born, order) => {
        const first = place + born.replaceAll('-', '') + order
        expect(factsFromIdNumber(first + idCheckCharacter(first))).toEqual({
          birthDate: born,
          sex: '13579'.includes(order.charAt(2)) ? '1' : '2',
        })
      }),
    )
  })

  test('a 15-digit number becomes the 18 digits of the same person', () => {
    fc.assert(
      fc.property(seventeen, (first) => {
        // Residence permits of people from 香港, 澳门 and 台湾 came with 18 digits.
        fc.pre(first.slice(6, 8) === '19' && !first.startsWith('8'))
        const old = first.slice(0, 6) + first.slice(8)
        expect(readIdNumber(old)).toEqual({ ok: true, value: first + idCheckCharacter(first) })
      }),
    )
  })

  test.each([
    ['', '身份证号应为18位，请核对后再填'],
    ['1101011990030712', '身份证号应为18位，请核对后再填'],
    ['990101199003071234', '身份证号的前六位不是我国的行政区划，请核对后再填'],
    ['110001199003071234', '身份证号的前六位不是我国的行政区划，请核对后再填'],
    ['345955198706122245', '身份证号的前六位不是我国的行政区划，请核对后再填'],
    ['110101199002301234', '身份证号里的出生日期不对，请核对后再填'],
  ])('%s is refused: %s', (typed, message) => {
    expect(readIdNumber(typed)).toEqual({ ok: false, message })
  })

  test('what is not a number tells nothing', () => {
    expect(factsFromIdNumber('110101')).toBeUndefined()
  })
})

describe('手机号', () => {
  test.each([
    ['13800001234', '13800001234'],
    ['+86 138 0000 1234', '13800001234'],
    ['0086-138-0000-1234', '13800001234'],
    ['8613800001234', '13800001234'],
    ['１３８００００１２３４', '13800001234'],
  ])('%s is %s', (typed, value) => {
    expect(readMobile(typed)).toEqual({ ok: true, value })
  })

  test.each(['12800001234', '1380000123', '138000012345', '010-62345678', ''])('%s is refused', (typed) => {
    expect(readMobile(typed).ok).toBe(false)
  })
})

describe('统一社会信用代码', () => {
  const first17 = fc.tuple(fc.constantFrom('91', '12', '53', 'N2'), digits(15)).map(([kind, rest]) => kind + rest)

  test('a well-formed code is read as it is, in any case', () => {
    fc.assert(
      fc.property(first17, (first) => {
        const code = first + usccCheckCharacter(first)
        expect(readUscc(code.toLowerCase())).toEqual({ ok: true, value: code })
      }),
    )
  })

  test('a wrong digit is kept with a warning, since a few real codes do not fit', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 2, max: 16 }), fc.integer({ min: 1, max: 9 }), (first, at, off) => {
        const typo = first.slice(0, at) + ((Number(first.charAt(at)) + off) % 10) + first.slice(at + 1)
        expect(readUscc(typo + usccCheckCharacter(first))).toMatchObject({
          ok: true,
          warning: expect.stringContaining('再看一遍'),
        })
      }),
    )
  })

  test.each(['', '9135010', '91350100M000100YIO', 'O1350100M000100Y43'])('%s is refused', (typed) => {
    expect(readUscc(typed).ok).toBe(false)
  })
})

describe('车牌号', () => {
  test.each([
    ['京A12345', '京A12345'],
    ['京a·12345', '京A12345'],
    [' 晋B 8K999 ', '晋B8K999'],
    ['粤BD12345', '粤BD12345'],
    ['粤B12345F', '粤B12345F'],
    ['京A1234警', '京A1234警'],
    ['粤Z1234港', '粤Z1234港'],
    ['123456使', '123456使'],
  ])('%s is %s', (typed, value) => {
    expect(readPlate(typed)).toEqual({ ok: true, value })
  })

  test.each(['', 'A12345', '京I12345', '京A1234O', '京A123456', '大A12345'])('%s is refused', (typed) => {
    expect(readPlate(typed).ok).toBe(false)
  })
})

describe('dates and ages', () => {
  test('a date is real exactly when the calendar gives it back', () => {
    const parts = fc.tuple(fc.integer({ min: 1801, max: 2199 }), fc.nat({ max: 14 }), fc.nat({ max: 33 }))
    fc.assert(
      fc.property(parts, ([year, month, ofMonth]) => {
        const written = `${year}-${String(month).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`
        const read = new Date(`${written}T00:00:00Z`)
        const real = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written)
        expect(isRealDate(written)).toBe(real)
      }),
    )
  })

  test('a day begins at midnight in China, not in Greenwich', () => {
    expect(dayInChina('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
    expect(dayInChina('2026-11-23T16:00:00.000Z')).toBe('2026-11-24')
  })

  test.each([
    ['1961-11-24', '2026-11-24T01:00:00.000Z', 65],
    ['1961-11-25', '2026-11-24T01:00:00.000Z', 64],
    ['1961-11-25', '2026-11-24T16:00:00.000Z', 65],
    ['2012-02-29', '2026-02-28T01:00:00.000Z', 13],
    ['2012-02-29', '2026-03-01T01:00:00.000Z', 14],
  ])('born on %s one is, at %s, %i', (born, at, age) => {
    expect(ageAt(born, at)).toBe(age)
  })
})
