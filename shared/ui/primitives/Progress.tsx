import { View } from '@tarojs/components'
import { cx } from '../classes'
import { Box } from './Box'
import { Pressable } from './Pressable'
import { Text } from './Text'

function Filled({ className, share }: { readonly className: string; readonly share: number }) {
  const style = { width: `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%` }
  return process.env.TARO_ENV === 'h5' ? (
    <div className={className} style={style} />
  ) : (
    <View className={className} style={style} />
  )
}

/** How far long work has come, with counts. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  readonly label: string
  readonly done: number
  readonly total: number
}) {
  const bar = 'z-progress'
  const share = total === 0 ? 0 : done / total
  return (
    <Box className="z-stack z-gap-1">
      <Box className="z-row z-row--between z-gap-3">
        <Text size="small" tone="quiet">
          {label}
        </Text>
        <Text size="small" numeric>
          {`${done} / ${total}`}
        </Text>
      </Box>
      {process.env.TARO_ENV === 'h5' ? (
        <div
          className={bar}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
        >
          <Filled className="z-progress__done" share={share} />
        </div>
      ) : (
        <View className={bar}>
          <Filled className="z-progress__done" share={share} />
        </View>
      )}
    </Box>
  )
}

export interface Bar {
  readonly key: string
  readonly name: string
  readonly count: number
  /** Goes deeper, e.g. from a district to its subdistricts. */
  readonly onPress?: (() => void) | undefined
}

/** Counts side by side as horizontal bars, the longest filling the width; the number is the label. */
export function BarList({
  bars,
  label,
  unit = '',
}: {
  readonly bars: readonly Bar[]
  readonly label: string
  readonly unit?: string
}) {
  const longest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <Box as="ul" role="list" label={label} className="z-bars">
      {bars.map((bar) => {
        const content = (
          <>
            <Box className="z-bars__head">
              <Text inline>{bar.name}</Text>
              <Text inline strong numeric>
                {`${bar.count}${unit}`}
              </Text>
            </Box>
            <Box hidden className="z-bars__track">
              <Filled
                className={cx('z-bars__bar', bar.count === 0 && 'z-bars__bar--none')}
                share={bar.count / longest}
              />
            </Box>
          </>
        )
        return (
          <Box as="li" key={bar.key}>
            {bar.onPress ? (
              <Pressable className="z-bars__row" onPress={bar.onPress}>
                {content}
              </Pressable>
            ) : (
              content
            )}
          </Box>
        )
      })}
    </Box>
  )
}
