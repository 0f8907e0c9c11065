import { expect, test } from 'vitest'
import type { ApplicationContent } from '../contract'
import { applicationTemplates } from '../templates'
import { applicationProblems } from './check'
import { freeKey, renamed, withoutPart, withoutWire, withPart, withRole, withWire } from './edit'
import { partName } from './fills'
import { openingConsequence, opensWith } from './part-words'

const contentOf = (id: string): ApplicationContent => {
  const found = applicationTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  return found.content
}

test('a key is the first number that is free', () => {
  expect(freeKey('task', [{ key: 'task-1' }, { key: 'task-3' }])).toBe('task-2')
})

test('without any one of its parts, what ships is still an application without problems of its own', () => {
  for (const { content } of applicationTemplates) {
    if (content.parts.length === 1) continue
    for (const { key } of content.parts) expect(applicationProblems(withoutPart(content, key))).toEqual([])
  }
})

test('with a part go the wires it sets off, and the steps that need it', () => {
  const flood = contentOf('flood')
  expect(withoutPart(flood, 'warning').wiring).toEqual([])
  expect(withoutPart(flood, 'help').wiring).toEqual([])
  expect(withoutPart(flood, 'supplies').wiring).toEqual(flood.wiring)
})

test('a task whose ledger went away is begun by the wiring, about one of that kind', () => {
  const [sweep] = withoutPart(contentOf('fire-safety'), 'shops').parts
  expect(sweep?.kind === 'task' ? [sweep.begin, sweep.content.about] : undefined).toEqual([
    'ready',
    { of: 'one', kind: 'organisation' },
  ])
})

test('a role nobody takes part as is asked for no more', () => {
  expect(contentOf('check-up-hospital').roles).toHaveLength(1)
  expect(withoutPart(contentOf('check-up-hospital'), 'check-up').roles).toEqual([])
})

test('parts, wires and roles are put in place by their key', () => {
  const moving = contentOf('moving-house')
  const [ledger] = moving.parts
  if (ledger === undefined) throw new Error('the ledger is missing')
  const named = withPart(moving, renamed(ledger, '新邻居'))
  expect(named.parts.map(partName)).toEqual(['新邻居', ...moving.parts.slice(1).map(partName)])
  expect(withPart(moving, { ...ledger, key: 'ledger-1' }).parts).toHaveLength(moving.parts.length + 1)
  const wire = {
    ...(moving.wiring[0] ?? { key: '', when: { of: 'ledger' as const, part: '', at: 'added' as const }, does: [] }),
  }
  expect(withWire(moving, { ...wire, key: 'wire-2' }).wiring.map(({ key }) => key)).toEqual(['settled', 'wire-2'])
  expect(withoutWire(moving, 'settled').wiring).toEqual([])
  const role = { key: 'role-1', name: '派出所', about: '核对户籍' }
  expect(withRole(withRole(moving, role), { ...role, name: '物业' }).roles).toEqual([{ ...role, name: '物业' }])
})

test('opening says what each part does, and to whom', () => {
  expect(opensWith(contentOf('fire-safety'))).toEqual([
    '台账“七小门店”：符合条件的自动收录，资料变了跟着变',
    '任务“小场所消防安全排查”：马上下派，台账“七小门店”里每一个一项，7 天内完成',
  ])
  expect(openingConsequence(contentOf('flood'), '花家地北里社区')).toBe(
    '花家地北里社区的居民马上能申请「应急物资领取」；花家地北里社区的居民马上收到通知「暴雨预警，请注意避险」。以后可以随时停用，资料都保留。',
  )
})
