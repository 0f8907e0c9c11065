import { Button, Notice, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { FileDrop } from '../frame/FileDrop'
import type { Cells } from './cells'
import { readTable, saveWorkbook } from './workbook'

export interface OpenedSheet {
  readonly name: string
  readonly cells: Cells
}

/** Of a sheet to be filled in: its name, its first rows, how wide its columns are in characters. */
export interface SheetTemplate {
  readonly name: string
  readonly cells: Cells
  readonly widths: readonly number[]
}

/** The spreadsheet in use, as it is; or a template. */
export function ChooseSheet({
  note,
  about,
  template,
  onOpened,
}: {
  /** How much is taken. */
  readonly note: string
  /** What a row is. */
  readonly about: string
  readonly template: SheetTemplate
  readonly onOpened: (opened: OpenedSheet) => void
}) {
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
        note={note}
        reading={busy ? '正在读取表格，请稍等…' : undefined}
        onFile={(file) => void open(file)}
      />
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
      <Row gap={2} wrap>
        <Text tone="quiet">{about}</Text>
        <Button variant="text" onPress={() => void saveWorkbook(template.name, template.cells, template.widths)}>
          下载模板
        </Button>
      </Row>
    </Stack>
  )
}
