import type { LedgerReply } from '@zmht/shared/contract'
import { EmptyState, goTo, type LoadedResource, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { MeasurePicture } from './MeasurePicture'
import type { MeasuredChild } from './measured'
import { PlaceRows } from './PlaceRows'
import type { ReadMeasure } from './resources'
import { clockWords, goesDeeper } from './words'

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
  const open = (child: MeasuredChild) =>
    goesDeeper(child)
      ? goTo(pages.ledgerStatistics, { id: ledger.id, place: child.id, measure: measured.measure.id })
      : goTo(pages.rows, { id: ledger.id, place: child.id })
  return (
    <Stack gap={4}>
      <MeasurePicture
        ledgerName={ledger.content.name}
        measured={measured}
        at={at}
        note={
          <Text size="small" tone={loaded.error === undefined ? 'quiet' : 'amber'} numeric>
            {loaded.error === undefined
              ? `${clockWords(at)} 读取，打开着会自动更新`
              : `没能更新，下面是 ${clockWords(at)} 读取的数，正在重试`}
          </Text>
        }
        empty={
          <EmptyState
            icon="chart"
            title={counting ? '正在算' : '这里还没有数'}
            detail={
              counting ? '正在把已登记的算进来，算好的会陆续出现在这里。' : '登记了符合条件的，数会在几秒内出现在这里。'
            }
          />
        }
      />
      <PlaceRows measured={measured} onPlace={open} />
    </Stack>
  )
}
