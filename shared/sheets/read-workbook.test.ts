import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readWorkbook } from './read-workbook'

const rows = [
  ['姓名', '出生日期', '身份证号'],
  ['王芳', new Date(Date.UTC(1990, 1, 3)), '11010519491231002X'],
]
function workbook(bookType: 'xlsx' | 'xls'): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows, { UTC: true }), '名单')
  return Buffer.from(write(book, { type: 'buffer', bookType }))
}

test.each(['xlsx', 'xls'] as const)('an .%s is read as cells of text', async (bookType) => {
  const reading = await readWorkbook(workbook(bookType), `名单.${bookType}`)
  expect(reading).toMatchObject({
    ok: true,
    grids: [
      {
        name: '名单',
        rows: [
          ['姓名', '出生日期', '身份证号'],
          ['王芳', '1990-02-03', '11010519491231002X'],
        ],
      },
    ],
  })
})

test.each([
  ['UTF-8', Buffer.from('姓名,电话\n王芳,1')],
  ['UTF-8 with its mark', Buffer.from('\ufeff姓名,电话\n王芳,1')],
  ['GBK', Buffer.from('d0d5c3fb2cb5e7bbb00acdf5b7bc2c31', 'hex')],
])('a csv in %s', async (_, bytes) => {
  expect(await readWorkbook(bytes, 'a.csv')).toMatchObject({
    ok: true,
    grids: [
      {
        name: 'a',
        rows: [
          ['姓名', '电话'],
          ['王芳', '1'],
        ],
      },
    ],
  })
})

test('a zip that states more than may be unpacked is refused before it is', async () => {
  const bytes = workbook('xlsx')
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(0x7fffffff, directory + 24)
  expect(await readWorkbook(bytes, 'a.xlsx')).toMatchObject({
    ok: false,
    message: expect.stringContaining('解开后超过'),
  })
})

test('a zip whose directory lies is refused', async () => {
  const bytes = workbook('xlsx')
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(3, directory + 24)
  expect((await readWorkbook(bytes, 'a.xlsx')).ok).toBe(false)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['text that calls itself a workbook', Buffer.from('this is no workbook')],
  ['half a workbook', workbook('xlsx').subarray(0, 900)],
  ['too much', Buffer.alloc(20 * 1024 * 1024 + 1)],
])('%s is refused in words', async (_, bytes) => {
  expect(await readWorkbook(bytes, 'a.xlsx')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/\p{Script=Han}/u),
  })
})
