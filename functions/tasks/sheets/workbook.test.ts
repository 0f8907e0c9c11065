import { plainTemplate } from '@zmht/shared/filling'
import { expect, test } from 'vitest'
import { fillIn, workbookOf } from './workbook'

test('a sheet that cannot be read is no fault of ours: it is told what to do', async () => {
  const parts = new Map(
    plainTemplate({ sheet: '汇总表', columns: [{ heading: '应办', name: '应办', kind: 'number' }] }),
  )
  const path = [...parts.keys()].find((one) => one.includes('worksheets/sheet'))
  parts.set(path ?? '', '<worksheet><sheetData><row r="1"><c></worksheet>')
  const filling = fillIn(workbookOf(parts), { named: new Map(), rows: new Map() })
  await expect(filling).rejects.toMatchObject({
    code: 'invalid',
    document: { fields: [{ path: 'body.shape', message: expect.stringContaining('重新上传') }] },
  })
})
