import { expect, test } from 'vitest'
import { changeWords } from './say-change'

test('a kind is named only where it is not all of them', () => {
  expect(
    changeWords([
      { action: 'request.read', kind: '*', where: '望京街道' },
      { action: 'request.read', kind: 'request', where: '望京街道' },
      { action: 'ledger.read', kind: 'entity', where: '花家地北里社区' },
    ]),
  ).toEqual(['在望京街道查看诉求', '在花家地北里社区查看台账（台账里的人、地、物、组织）'])
})

test('what happens at one place is said together', () => {
  expect(
    changeWords([
      { action: 'request.read', kind: '*', where: '望京街道' },
      { action: 'request.handle', kind: 'request', where: '望京街道' },
      { action: 'request.handle', kind: 'file', where: '望京街道' },
    ]),
  ).toEqual(['在望京街道查看诉求、办理诉求（诉求、照片和文件）'])
})

test('of each place only what changes there is said', () => {
  expect(
    changeWords([
      { action: 'request.handle', kind: 'request', where: '望京街道' },
      { action: 'request.handle', kind: 'file', where: '花家地北里社区' },
    ]),
  ).toEqual(['在望京街道办理诉求（诉求）', '在花家地北里社区办理诉求（照片和文件）'])
})

test('nothing changed says nothing', () => {
  expect(changeWords([])).toEqual([])
})
