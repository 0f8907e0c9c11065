import { expect, test } from 'vitest'
import { readCsv, unpackedSize } from './cells'

test('comma-separated text is read with its quotes', () => {
  expect(readCsv('\ufeff小区,"楼,栋"\r\n"甲 ""大"" 院","两\n行"\n,')).toEqual([
    ['小区', '楼,栋'],
    ['甲 "大" 院', '两\n行'],
    ['', ''],
  ])
})

test('what a zip file would become is known without unpacking it', () => {
  const bytes = new Uint8Array(46 + 1 + 22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint32(24, 123_456, true)
  view.setUint16(28, 1, true)
  view.setUint32(47, 0x06054b50, true)
  view.setUint16(57, 1, true)
  view.setUint32(63, 0, true)
  expect(unpackedSize(bytes.buffer)).toBe(123_456)
  expect(unpackedSize(new ArrayBuffer(100))).toBeUndefined()
})
