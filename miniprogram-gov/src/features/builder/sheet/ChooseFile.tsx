import { Box, Notice, Text } from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { FileDrop } from '../../frame/FileDrop'
import { openFile } from './open-file'
import type { OpenedWorkbook } from './open-workbook'

/** A spreadsheet dropped or chosen, and read beside the page. Only on h5. */
export function ChooseFile({ onOpened }: { readonly onOpened: (opened: OpenedWorkbook) => void }) {
  const knowledge = useKnowledge()
  const stop = useRef<AbortController>()
  const [reading, setReading] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  useEffect(() => () => stop.current?.abort(), [])
  const open = async (file: File) => {
    const controller = new AbortController()
    stop.current = controller
    setReading(file.name)
    setWrong(undefined)
    const read = await openFile(file, knowledge, controller.signal)
    if (controller.signal.aborted) return
    setReading(undefined)
    if (!read.ok) setWrong(read.message)
    else if (!read.opened.result.form) setWrong(read.opened.result.problems[0]?.message ?? '没有认出这张表格')
    else onOpened(read.opened)
  }
  if (process.env.TARO_ENV !== 'h5') return <Text tone="quiet">请在电脑上打开政务工作台，再选表格文件。</Text>
  return (
    <Box className="z-stack z-gap-3">
      <FileDrop
        accept=".xlsx,.xls,.ods,.csv"
        note="登记表、花名册（.xlsx、.xls、.csv）或 XLSForm 问卷。只看表头和少量样例，里面的人不会导入。"
        reading={reading === undefined ? undefined : `正在认“${reading}”的各列，请稍等…`}
        onFile={(file) => void open(file)}
        onCancel={() => {
          stop.current?.abort()
          setReading(undefined)
        }}
      />
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
    </Box>
  )
}
