import { View } from '@tarojs/components'
import type { MeasuredReply, ShownMeasureReply } from '@zmht/shared/contract'
import { Box, NumberTile, Stack, Text } from '@zmht/shared/ui'
import { amountWords, measuredWords, sharesOf } from './measure-words'

/** Parts of a whole for the eye; the words beside it tell the same. */
export function Parts({
  measure,
  measured,
}: {
  readonly measure: ShownMeasureReply
  readonly measured: MeasuredReply | undefined
}) {
  const shares = measured === undefined ? [] : sharesOf(measure, measured)
  if (measure.by !== 'groups' || shares.length === 0) return null
  const order = new Map(measure.options.map(({ code }, at) => [code, at]))
  return (
    <Box hidden className="g-parts">
      {shares.map(({ code, part }) => (
        <Wide key={code} className={`g-parts__one g-parts__one--${(order.get(code) ?? 4) % 5}`} part={part} />
      ))}
    </Box>
  )
}

function Wide({ className, part }: { readonly className: string; readonly part: number }) {
  const style = { flexGrow: part }
  return process.env.TARO_ENV === 'h5' ? (
    <div className={className} style={style} />
  ) : (
    <View className={className} style={style} />
  )
}

/** What a measure comes to somewhere: large where it is a number, its choices one under another where it tells them apart. */
export function Rolled({
  measure,
  measured,
}: {
  readonly measure: ShownMeasureReply
  readonly measured: MeasuredReply | undefined
}) {
  const given = measured?.given ?? 0
  if (measure.by !== 'groups' || measured === undefined || given === 0)
    return (
      <NumberTile
        label={measure.title}
        value={given === 0 ? '—' : amountWords(measure.by === 'sum' ? (measured?.sum ?? 0) : given)}
        unit={given === 0 ? undefined : measure.unit}
        detail={given === 0 ? '还没有人填' : measure.by === 'sum' ? `${amountWords(given)} 处填了` : '处填了'}
      />
    )
  const order = new Map(measure.options.map(({ code }, at) => [code, at]))
  return (
    <Stack gap={2}>
      <Text size="small" tone="quiet">
        {measure.title}
      </Text>
      <Parts measure={measure} measured={measured} />
      <Box className="g-shares">
        {sharesOf(measure, measured).map(({ code, name, count }) => (
          <Box key={code} className="g-shares__one">
            <Box hidden className={`g-shares__dot g-parts__one--${(order.get(code) ?? 4) % 5}`} />
            <Text inline className="g-shares__name">
              {name}
            </Text>
            <Text inline strong numeric>
              {amountWords(count)}
            </Text>
          </Box>
        ))}
      </Box>
    </Stack>
  )
}

/** In a row of a table, or of a list: briefly. */
export function RolledBriefly({
  measure,
  measured,
}: {
  readonly measure: ShownMeasureReply
  readonly measured: MeasuredReply | undefined
}) {
  if ((measured?.given ?? 0) === 0)
    return (
      <Text size="small" tone="quiet">
        —
      </Text>
    )
  return (
    <Stack gap={1} className="g-briefly">
      <Parts measure={measure} measured={measured} />
      <Text size={measure.by === 'groups' ? 'small' : 'body'} numeric>
        {measuredWords(measure, measured)}
      </Text>
    </Stack>
  )
}
