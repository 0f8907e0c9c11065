import { useState } from 'react'
import { Below } from './Below'
import { Box } from './Box'
import { Button } from './Button'
import { Field } from './Field'
import { noHalves, rangeWords } from './half-range'
import { type MomentProps, unfinishedWords } from './MomentField'
import { MomentInput } from './MomentInput'
import { Text } from './Text'
import { useHalves } from './useHalves'

/** From one day or time to another, `from/to`, both included. */
export function RangeField({
  kind,
  value,
  onChange,
  min,
  max,
  ...words
}: MomentProps & { readonly kind: 'date' | 'time' }) {
  const { halves, give } = useHalves(value, onChange, '/')
  const [unfinished, setUnfinished] = useState({ first: false, second: false })
  const { missing, wrong } = rangeWords(kind, halves)
  const error = words.error ?? wrong ?? (unfinished.first || unfinished.second ? unfinishedWords : undefined)
  return (
    <Field {...words} error={error} group>
      {() => (
        <Below words={missing} tone="amber" spoken>
          <Box className="z-range">
            {(['first', 'second'] as const).map((half) => {
              const name = half === 'first' ? '开始' : '结束'
              return (
                <Box key={half} className="z-range__half">
                  <Text size="small" tone="quiet">
                    {name}
                  </Text>
                  <MomentInput
                    kind={kind}
                    label={`${words.label}，${name}`}
                    value={halves[half]}
                    onChange={(moment) => give({ [half]: moment })}
                    // Only the calendar is kept from going backwards; a time typed before the other is told, not refused.
                    min={half === 'second' && kind === 'date' ? (halves.first ?? min) : min}
                    max={max}
                    wrong={error !== undefined}
                    onUnfinished={(now) => setUnfinished((before) => ({ ...before, [half]: now }))}
                  />
                </Box>
              )
            })}
          </Box>
          {process.env.TARO_ENV !== 'h5' && words.optional && (halves.first ?? halves.second) !== undefined ? (
            <Button variant="text" label={`清除${words.label}`} onPress={() => give(noHalves)}>
              清除
            </Button>
          ) : null}
        </Below>
      )}
    </Field>
  )
}
