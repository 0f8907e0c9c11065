import { shortName } from '@zmht/shared/geo'
import { Box, Card, Chart, formatExact, NumberTile, Stack, sayAmount, Text } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { saveWorkbook } from '../sheets/workbook'
import { amountOf, type Measured } from './measured'
import { pictureOf } from './picture'
import { isPartWithheld, wholeDetail, wholeLabel } from './words'

/** The number of a measure at a place beside the picture that fits it. */
export function MeasurePicture({
  ledgerName,
  measured,
  at,
  note,
  empty,
}: {
  readonly ledgerName: string
  readonly measured: Measured
  /** When it was read. */
  readonly at: string
  /** Below the number. */
  readonly note: ReactNode
  /** In place of the picture while nobody is counted. */
  readonly empty: ReactNode
}) {
  const { measure, here, place } = measured
  const picture = pictureOf(measured)
  const whole = amountOf(here.whole)
  const title = `${shortName(place)}${picture?.of === 'children' ? '各处' : ''}：${measure.name}`
  return (
    <Stack gap={4}>
      <Box className="z-beside">
        <Card className="z-beside__number">
          <Stack gap={2}>
            <NumberTile
              label={wholeLabel(measure)}
              value={sayAmount(whole)}
              unit={whole.value === undefined ? undefined : measure.unit}
              detail={wholeDetail(measured)}
            />
            {note}
          </Stack>
        </Card>
        {here.whole.rows === 0 ? (
          <Card className="z-beside__picture">{empty}</Card>
        ) : picture === undefined ? null : (
          <Card className="z-beside__picture">
            <Chart
              // Another picture starts anew; new numbers of the same one are drawn into it.
              key={`${picture.kind} ${place.id} ${measure.id}`}
              title={title}
              caption={`${ledgerName} · ${shortName(place)} · ${formatExact(at)} 读取`}
              kind={picture.kind}
              figures={picture.figures}
              rowHead={picture.rowHead}
              onSheet={
                process.env.TARO_ENV === 'h5'
                  ? (fileName, cells) => saveWorkbook(fileName, cells, widthsOf(cells))
                  : undefined
              }
            />
          </Card>
        )}
      </Box>
      {isPartWithheld(measured) ? (
        <Text size="small" tone="quiet" className="g-prose">
          不到 3
          的数写出来，就等于说出是谁，所以写“不写明”；为了不让人从旁边的数推算出来，有时连旁边的数也不写明。能看名单的同事，看到的都是准确的数。
        </Text>
      ) : null}
    </Stack>
  )
}

/** The first column holds names, the others numbers. */
const widthsOf = (cells: readonly (readonly string[])[]): readonly number[] =>
  (cells[0] ?? []).map((_, at) => (at === 0 ? 24 : 14))
