import { Box, Button, Icon, Notice, Text } from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { openFile } from './open-file'
import type { OpenedWorkbook } from './open-workbook'

/** A spreadsheet dropped or chosen, and read beside the page. Only on h5. */
export function ChooseFile({ onOpened }: { readonly onOpened: (opened: OpenedWorkbook) => void }) {
  const knowledge = useKnowledge()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>()
  const [reading, setReading] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const [over, setOver] = useState(false)
  useEffect(() => () => stop.current?.abort(), [])
  const open = async (file: File | undefined) => {
    if (file === undefined || reading !== undefined) return
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
      <section
        className={over ? 'g-drop g-drop--over' : 'g-drop'}
        aria-label="把表格拖到这里"
        aria-busy={reading !== undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void open(event.dataTransfer.files[0])
        }}
      >
        <Icon name="document" />
        <div role="status">
          <Text>{reading === undefined ? '把在用的表格拖到这里，或者' : `正在认“${reading}”的各列，请稍等…`}</Text>
        </div>
        <input
          ref={input}
          className="z-visually-hidden"
          type="file"
          tabIndex={-1}
          aria-label="表格文件"
          accept=".xlsx,.xls,.ods,.csv"
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {reading === undefined ? (
          <Button icon="document" onPress={() => input.current?.click()}>
            选择文件
          </Button>
        ) : (
          <Button
            variant="quiet"
            onPress={() => {
              stop.current?.abort()
              setReading(undefined)
            }}
          >
            取消
          </Button>
        )}
        <Text size="small" tone="quiet">
          登记表、花名册（.xlsx、.xls、.csv）或 XLSForm 问卷。只看表头和少量样例，里面的人不会导入。
        </Text>
      </section>
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
    </Box>
  )
}
