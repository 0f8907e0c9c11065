import { Button, Notice, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { FileDrop } from '../frame/FileDrop'
import { readTable, saveWorkbook } from '../hierarchy/workbook'
import type { OpenedRoster } from './ImportPage'
import { mostPeople, rosterFieldNames, rosterFields } from './roster'

/** The spreadsheet in use, as it is; or a template. */
export function ChooseRoster({ onOpened }: { readonly onOpened: (opened: OpenedRoster) => void }) {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const open = async (file: File) => {
    setBusy(true)
    setWrong(undefined)
    const read = await readTable(file)
    setBusy(false)
    if (!read.ok) setWrong(read.message)
    else if (read.cells.length < 2) setWrong('表格里没有内容')
    else onOpened({ name: file.name, cells: read.cells })
  }
  return (
    <Stack gap={3} className="g-column">
      <FileDrop
        accept=".xlsx,.csv"
        note={`.xlsx 或 .csv，一次不超过 ${mostPeople} 人`}
        reading={busy ? '正在读取表格，请稍等…' : undefined}
        onFile={(file) => void open(file)}
      />
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
      <Row gap={2} wrap>
        <Text tone="quiet">每行一个人：单位、岗位、姓名、手机号。</Text>
        <Button
          variant="text"
          onPress={() =>
            void saveWorkbook(
              '通讯录导入模板.xlsx',
              [
                rosterFields.map((field) => rosterFieldNames[field]),
                ['幸福家园社区', '社区书记', '张三', '13800000001'],
                ['幸福家园社区', '社工', '李四', '13800000002'],
              ],
              [24, 16, 12, 16],
            )
          }
        >
          下载模板
        </Button>
      </Row>
    </Stack>
  )
}
