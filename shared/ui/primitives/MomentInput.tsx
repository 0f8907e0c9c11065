import { Picker } from '@tarojs/components'
import { cx } from '../classes'
import { Box } from './Box'
import { Button } from './Button'
import { PickerFace } from './PickerFace'

export type MomentKind = 'date' | 'month' | 'time' | 'datetime'

export interface MomentInputProps {
  readonly kind: MomentKind
  /** What it is, in a screen reader's words. */
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly wrong: boolean
  /** Present when a visible label names the input. */
  readonly id?: string | undefined
  readonly describedBy?: string | undefined
  /** May be emptied again; a browser's own inputs always may. */
  readonly clearable?: boolean | undefined
  /** Only in browsers: it was left with some of its parts missing, which the browser shows and gives as nothing. */
  readonly onUnfinished?: ((unfinished: boolean) => void) | undefined
}

const asks = { date: '请选择日期', month: '请选择年月', time: '请选择时间', datetime: '请选择日期' } as const
/** Browsers without an input for months (Firefox, Safari on a desktop) show a line of text. */
const shapes = { date: '', month: '例如 2026-11', time: '', datetime: '' } as const
const nativeType = { date: 'date', month: 'month', time: 'time', datetime: 'datetime-local' } as const

/** A day, a month, a time of day or a minute of a day without a label of its own; WeChat has no picker of the last: see `DateTimePicker`. */
export function MomentInput(props: MomentInputProps) {
  const { kind, label, value, onChange, min, max, wrong, id, describedBy, clearable, onUnfinished } = props
  if (process.env.TARO_ENV === 'h5') {
    return (
      <input
        id={id}
        className={cx('z-input', wrong && 'z-input--wrong')}
        type={nativeType[kind]}
        value={value ?? ''}
        min={min}
        max={max}
        placeholder={shapes[kind] || undefined}
        aria-label={id === undefined ? label : undefined}
        aria-describedby={describedBy}
        aria-invalid={wrong ? true : undefined}
        onChange={(event) => {
          if (event.target.value !== '') onUnfinished?.(false)
          onChange(event.target.value || undefined)
        }}
        onBlur={(event) => onUnfinished?.(event.target.validity.badInput)}
      />
    )
  }
  const face = <PickerFace label={label} words={value ?? asks[kind]} empty={value === undefined} wrong={wrong} />
  return (
    <Box className="z-moment">
      <Box className="z-grow">
        {kind === 'time' ? (
          <Picker
            mode="time"
            value={value ?? ''}
            start={min ?? '00:00'}
            end={max ?? '23:59'}
            onChange={(event) => onChange(event.detail.value || undefined)}
          >
            {face}
          </Picker>
        ) : (
          <Picker
            mode="date"
            fields={kind === 'month' ? 'month' : 'day'}
            value={value ?? ''}
            start={min ?? '1900-01-01'}
            end={max ?? '2100-12-31'}
            onChange={(event) => onChange(event.detail.value || undefined)}
          >
            {face}
          </Picker>
        )}
      </Box>
      {clearable && value !== undefined ? (
        <Button variant="text" label={`清除${label}`} onPress={() => onChange(undefined)}>
          清除
        </Button>
      ) : null}
    </Box>
  )
}
