import { beforeAll, expect, test } from 'vitest'
import { dueAt, saveDue } from '../../functions/platform/due.store'
import { transact } from '../../functions/platform/table/write'
import { anEmptyTable, itemsOf, watchTable } from '../table'

beforeAll(anEmptyTable)

test('a watch tells what is another item than before, however it was written, and nothing that was put back', async () => {
  const at = '2026-11-29T03:00:00.000Z'
  const due = { slice: 'tasks', kind: 'deadline', subject: 'r1' }
  const watch = watchTable()
  await saveDue(at, due)
  expect(await watch.changed()).toHaveLength(1)
  await saveDue(at, due)
  await transact([{ put: dueAt(at, { ...due, subject: 'r2' }) }])
  expect((await watch.changed()).map((line) => line.includes('"r2"'))).toEqual([false, true])
  const later = watchTable()
  expect(await itemsOf('due')).toHaveLength(2)
  await saveDue(at, due)
  expect(await later.changed()).toEqual([])
})
