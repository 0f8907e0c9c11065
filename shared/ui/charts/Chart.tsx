import Taro from '@tarojs/taro'
import { useState } from 'react'
import { toast } from '../frame/toast'
import { useElder } from '../hooks/elder'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Text } from '../primitives/Text'
import { ChartCanvas } from './ChartCanvas'
import { ChartTable } from './ChartTable'
import { type ChartKind, type Figures, mostBars } from './figures'
import { darkPalette, lightPalette } from './look'
import { type Drawing, drawingOf, savedDrawing } from './option'
import { useDark } from './useDark'
import { sayPicture, tableOf } from './words'

export interface ChartProps {
  /** What is shown, e.g. 「各区人数」: the name of the picture, of its table and of the files. */
  readonly title: string
  /** Of where and when, under the heading of a saved picture. */
  readonly caption: string
  readonly kind: ChartKind
  readonly figures: Figures
  /** What its rows are: 「地点」「年龄」. */
  readonly rowHead: string
  /** Saves a table as a spreadsheet; without it, on a phone, the table is copied. */
  readonly onSheet?: ((fileName: string, cells: readonly (readonly string[])[]) => Promise<void>) | undefined
}

type Keep = (drawingAt: (width: number) => Drawing, fileName: string) => Promise<void>

/** Numbers as a picture, with the same as a table behind a button; both can be taken along. */
export function Chart({ title, caption, kind, figures, rowHead, onSheet }: ChartProps) {
  const dark = useDark()
  const elder = useElder()
  const [asTable, setAsTable] = useState(false)
  const [keep, setKeep] = useState<Keep>()
  const [busy, setBusy] = useState<'picture' | 'sheet'>()
  const palette = dark ? darkPalette : lightPalette
  const drawingAt = (width: number) => drawingOf(kind, figures, { palette, scale: elder ? 1.4 : 1, width, top: 0 })
  const table = tableOf(figures, rowHead)
  const run = async (what: 'picture' | 'sheet', work: () => Promise<void>, sorry: string) => {
    setBusy(what)
    try {
      await work()
    } catch (error) {
      // Closing WeChat's own sheet without choosing is no failure.
      if (!isGivenUp(error)) toast(sorry)
    } finally {
      setBusy(undefined)
    }
  }
  const savePicture = () =>
    run(
      'picture',
      async () => keep?.((width) => savedDrawing(kind, figures, { title, caption }, width), `${title}.png`),
      '图没有存下来，请再试一次',
    )
  const saveTable = () =>
    run(
      'sheet',
      async () => {
        if (onSheet) await onSheet(`${title}.xlsx`, table)
        else {
          await Taro.setClipboardData({ data: table.map((row) => row.join('\t')).join('\n') })
          toast('表格已复制，可以粘贴到文档里')
        }
      },
      '表格没有存下来，请再试一次',
    )
  const left = figures.rows.length - mostBars
  return (
    <Box className="z-chart">
      {asTable ? (
        <ChartTable label={title} cells={table} />
      ) : (
        <ChartCanvas
          label={sayPicture(title, figures)}
          drawingAt={drawingAt}
          signature={JSON.stringify([kind, figures, dark, elder])}
          onReady={(ready) => setKeep(() => ready)}
        />
      )}
      {!asTable && left > 0 && (kind === 'bars' || kind === 'heat') ? (
        <Text
          size="small"
          tone="quiet"
          numeric
        >{`图里是前 ${mostBars} 项，另有 ${left} 项，点“看表格”都能看到。`}</Text>
      ) : null}
      <Box className="z-chart__acts">
        <Button
          variant="text"
          icon={asTable ? 'chart' : 'document'}
          label={`${asTable ? '看图' : '看表格'}：${title}`}
          onPress={() => setAsTable(!asTable)}
        >
          {asTable ? '看图' : '看表格'}
        </Button>
        {asTable ? null : (
          <Button
            variant="text"
            label={`存成图片：${title}`}
            loading={busy === 'picture'}
            disabled={keep === undefined}
            onPress={() => void savePicture()}
          >
            存成图片
          </Button>
        )}
        <Button
          variant="text"
          label={`${onSheet ? '存成表格' : '复制表格'}：${title}`}
          loading={busy === 'sheet'}
          onPress={() => void saveTable()}
        >
          {onSheet ? '存成表格' : '复制表格'}
        </Button>
      </Box>
    </Box>
  )
}

function isGivenUp(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errMsg' in error &&
    typeof error.errMsg === 'string' &&
    error.errMsg.includes('cancel')
  )
}
