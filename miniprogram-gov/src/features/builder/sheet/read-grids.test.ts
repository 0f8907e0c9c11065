import { expect, test } from 'vitest'
import { readGrids } from './read-grids'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('text with commas is a sheet when it is called so', () => {
  expect(readGrids(bytesOf('姓名,手机\r\n王芳,13800138000\r\n'), '名单.csv')).toEqual({
    ok: true,
    grids: [
      {
        name: '名单',
        rows: [
          ['姓名', '手机'],
          ['王芳', '13800138000'],
        ],
      },
    ],
  })
})

test.each([
  ['名单.xlsx', 'this is no workbook'],
  ['照片.png', 'x'],
  ['名单.csv', ''],
])('%s that holds no sheet is refused in words', (name, text) => {
  expect(readGrids(bytesOf(text), name)).toMatchObject({ ok: false, message: expect.stringMatching(/文件/) })
})
