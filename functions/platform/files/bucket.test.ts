import { expect, test } from 'vitest'
import { dispositionOf } from './bucket'

test('a file is opened or saved under a name and type of ours', () => {
  expect(dispositionOf('门口.jpg', 'image/jpeg')).toBe(
    `inline; filename="file.jpg"; filename*=UTF-8''%E9%97%A8%E5%8F%A3.jpg`,
  )
  expect(dispositionOf('证明.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toMatch(
    /^attachment; filename="file.docx"/,
  )
  expect(dispositionOf('报表.csv', 'text/csv')).toMatch(/^attachment;/)
})

test('nothing in a name breaks out of the header', () => {
  const header = dispositionOf(`a"; filename=b.html\r\nx: y('*').pdf`, 'application/pdf')
  expect(header).not.toMatch(/[\r\n]/)
  expect(header.split("UTF-8''")[1]).toMatch(/^[A-Za-z0-9%._!~-]+$/)
})
