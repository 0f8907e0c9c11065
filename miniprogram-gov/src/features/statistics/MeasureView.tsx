import type { LedgerReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Card,
  Chart,
  EmptyState,
  formatExact,
  goTo,
  type LoadedResource,
  NumberTile,
  Stack,
  sayAmount,
  Text,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { saveWorkbook } from '../sheets/workbook'
import { amountOf, type MeasuredChild } from './measured'
import { PlaceRows } from './PlaceRows'
import { pictureOf } from './picture'
import type { ReadMeasure } from './resources'
import { clockWords, goesDeeper, isPartWithheld, wholeDetail, wholeLabel } from './words'

/** One measure at one place: the number, the picture that fits it, the places inside. */
export function MeasureView({
  ledger,
  read: { measured, at },
  loaded,
  counting,
}: {
  readonly ledger: LedgerReply
  readonly read: ReadMeasure
  readonly loaded: LoadedResource<ReadMeasure>
  /** What was entered earlier is still being counted. */
  readonly counting: boolean
}) {
  const { measure, here, place } = measured
  const picture = pictureOf(measured)
  const whole = amountOf(here.whole)
  const isEmpty = here.whole.rows === 0
  const title = `${shortName(place)}${picture?.of === 'children' ? '各处' : ''}：${measure.name}`
  const open = (child: MeasuredChild) =>
    goesDeeper(child)
      ? goTo(pages.ledgerStatistics, { id: ledger.id, place: child.id, measure: measure.id })
      : goTo(pages.rows, { id: ledger.id, place: child.id })
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
            <Text size="small" tone={loaded.error === undefined ? 'quiet' : 'amber'} numeric>
              {loaded.error === undefined
                ? `${clockWords(at)} 读取，打开着会自动更新`
                : `没能更新，下面是 ${clockWords(at)} 读取的数，正在重试`}
            </Text>
          </Stack>
        </Card>
        {isEmpty ? (
          <Card className="z-beside__picture">
            <EmptyState
              icon="chart"
              title={counting ? '正在算' : '这里还没有数'}
              detail={
                counting
                  ? '正在把已登记的算进来，算好的会陆续出现在这里。'
                  : '登记了符合条件的，数会在几秒内出现在这里。'
              }
            />
          </Card>
        ) : picture === undefined ? null : (
          <Card className="z-beside__picture">
            <Chart
              // Another picture starts anew; new numbers of the same one are drawn into it.
              key={`${picture.kind} ${place.id} ${measure.id}`}
              title={title}
              caption={`${ledger.content.name} · ${shortName(place)} · ${formatExact(at)} 读取`}
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
      <PlaceRows measured={measured} onPlace={open} />
    </Stack>
  )
}

/** The first column holds names, the others numbers. */
const widthsOf = (cells: readonly (readonly string[])[]): readonly number[] =>
  (cells[0] ?? []).map((_, at) => (at === 0 ? 24 : 14))
