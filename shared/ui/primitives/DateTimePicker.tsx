import { Below } from './Below'
import { Box } from './Box'
import { Button } from './Button'
import { Field } from './Field'
import { noHalves } from './half-range'
import { MomentField, type MomentProps } from './MomentField'
import { MomentInput } from './MomentInput'
import { useHalves } from './useHalves'

/** A minute of a day, `YYYY-MM-DDTHH:MM`. */
export function DateTimePicker(props: MomentProps) {
  return process.env.TARO_ENV === 'h5' ? <MomentField kind="datetime" {...props} /> : <DayAndTime {...props} />
}

/** WeChat has no picker of both: a day and a time side by side. */
function DayAndTime({ value, onChange, min, max, ...words }: MomentProps) {
  const { halves, give } = useHalves(value, onChange, 'T')
  const missing =
    halves.first !== undefined && halves.second === undefined
      ? '请再选时间，两个都有才能保存'
      : halves.first === undefined && halves.second !== undefined
        ? '请再选日期，两个都有才能保存'
        : undefined
  const wrong = words.error !== undefined
  return (
    <Field {...words} group>
      {() => (
        <Below words={missing} tone="amber">
          <Box className="z-range">
            <Box className="z-range__half">
              <MomentInput
                wrong={wrong}
                kind="date"
                label={`${words.label}，日期`}
                value={halves.first}
                onChange={(first) => give({ first })}
                min={min?.slice(0, 10)}
                max={max?.slice(0, 10)}
              />
            </Box>
            <Box className="z-range__half">
              <MomentInput
                wrong={wrong}
                kind="time"
                label={`${words.label}，时间`}
                value={halves.second}
                onChange={(second) => give({ second })}
              />
            </Box>
          </Box>
          {words.optional && (halves.first ?? halves.second) !== undefined ? (
            <Button variant="text" label={`清除${words.label}`} onPress={() => give(noHalves)}>
              清除
            </Button>
          ) : null}
        </Below>
      )}
    </Field>
  )
}
