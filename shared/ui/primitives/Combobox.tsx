import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'

export interface ComboboxOption {
  readonly key: string
  readonly title: string
  readonly detail: string
  /** At the right edge: why it is there, how it stands. */
  readonly end?: string | undefined
  readonly icon?: IconName
  readonly onChoose: () => void
}

export interface ComboboxGroup {
  readonly key: string
  readonly title: string
  readonly options: readonly ComboboxOption[]
}

/**
 * A search box whose answers open below it, on h5: arrows go through them, Enter opens the one that is marked, Escape closes. The focus stays in the box;
 * what is marked is said by `aria-activedescendant`. On weapp there is no keyboard to go through it: a page of its own is.
 */
export function Combobox({
  label,
  value,
  onChange,
  groups,
  status,
  hint,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly groups: readonly ComboboxGroup[]
  /** Read out as it changes: 「找到 7 项」. */
  readonly status: string
  /** Stands where there are no answers. */
  readonly hint?: ReactNode
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState<string>()
  if (process.env.TARO_ENV !== 'h5') return null
  const options = groups.flatMap((group) => group.options)
  // What is gone is not marked any more: the first is.
  const at = options.findIndex(({ key }) => key === marked)
  const current = options[Math.max(0, at)]
  const idOf = (key: string) => `${id}-${key}`
  const choose = (option: ComboboxOption | undefined) => {
    if (option === undefined) return
    setOpen(false)
    setMarked(undefined)
    input.current?.blur()
    option.onChoose()
  }
  const mark = (option: ComboboxOption | undefined) => {
    setMarked(option?.key)
    if (option !== undefined) document.getElementById(idOf(option.key))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While characters are being put together the keys are theirs.
    if (event.nativeEvent.isComposing) return
    const here = Math.max(0, at)
    if (event.key === 'Escape') {
      event.preventDefault()
      if (open) setOpen(false)
      else input.current?.blur()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = marked === undefined && step === 1 ? 0 : here + step
      mark(options[(next + options.length) % Math.max(1, options.length)])
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(current)
    }
  }
  const shows = open && (options.length > 0 || hint !== undefined)
  return (
    <Box className="z-combobox">
      <Box className="z-search">
        <input
          ref={input}
          className="z-input z-input--search"
          type="text"
          data-search="true"
          role="combobox"
          autoComplete="off"
          aria-label={label}
          aria-expanded={shows}
          aria-controls={shows && options.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={shows && current !== undefined ? idOf(current.key) : undefined}
          aria-autocomplete="list"
          placeholder={label}
          value={value}
          maxLength={40}
          onChange={(event) => {
            setOpen(true)
            setMarked(undefined)
            onChange(event.target.value)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <Box hidden className="z-search__icon">
          <Icon name="search" />
        </Box>
      </Box>
      <Box live="polite" className="z-visually-hidden">
        {open ? status : ''}
      </Box>
      {shows ? (
        <Box className="z-combobox__sheet">
          {options.length === 0 ? (
            hint
          ) : (
            <Box role="listbox" id={`${id}-list`} label={label} className="z-combobox__list">
              {groups.map((group) => (
                <Box key={group.key} role="group" label={group.title} className="z-combobox__group">
                  <Box hidden className="z-combobox__title">
                    {group.title}
                  </Box>
                  {group.options.map((option) => (
                    <OptionRow
                      key={option.key}
                      id={idOf(option.key)}
                      option={option}
                      on={option.key === current?.key}
                      onChoose={() => choose(option)}
                      onMark={() => setMarked(option.key)}
                    />
                  ))}
                </Box>
              ))}
            </Box>
          )}
        </Box>
      ) : null}
    </Box>
  )
}

function OptionRow({
  id,
  option: { title, detail, end, icon },
  on,
  onChoose,
  onMark,
}: {
  readonly id: string
  readonly option: ComboboxOption
  readonly on: boolean
  readonly onChoose: () => void
  readonly onMark: () => void
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: marked by aria-activedescendant of the box
    <div
      id={id}
      role="option"
      aria-selected={on}
      className={cx('z-combobox__option', on && 'z-combobox__option--on')}
      // The box keeps the focus: a press would take it and close the answers first.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onMark}
      onClick={onChoose}
    >
      {icon === undefined ? null : <Icon name={icon} className="z-text--quiet" />}
      <span className="z-combobox__body">
        <span className="z-combobox__name">{title}</span>
        {detail === '' ? null : <span className="z-combobox__detail">{detail}</span>}
      </span>
      {end === undefined ? null : <span className="z-combobox__end">{end}</span>}
    </div>
  )
}
