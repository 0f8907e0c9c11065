import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { cx } from '../classes'
import { Box } from '../primitives/Box'

/** Up to so many rows are simply drawn. */
const simple = 60
const overscan = 12
/** WeChat hands every row over to its renderer: it is given at most so many, the latest loaded. */
const mostInWechat = 300

/**
 * A long list of which only what is in sight is drawn: ten thousand rows scroll like ten. Rows may differ a little in height; their
 * average is what scrolling goes by.
 */
export function WindowedRows<Item>({
  items,
  keyOf,
  row,
  label,
  className,
  rowClass,
  role = 'list',
}: {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly row: (item: Item) => ReactNode
  readonly label: string
  readonly className?: string
  readonly rowClass?: string
  readonly role?: 'list' | 'tree'
}) {
  const list = useRef<HTMLUListElement>(null)
  const [height, setHeight] = useState(48)
  const [range, setRange] = useState({ from: 0, to: simple })
  const long = process.env.TARO_ENV === 'h5' && items.length > simple
  const count = items.length

  const look = useCallback(() => {
    const element = list.current
    if (element === null || !long) return
    const { top } = element.getBoundingClientRect()
    const from = Math.max(0, Math.floor(-top / height) - overscan)
    const to = Math.min(count, Math.ceil((window.innerHeight - top) / height) + overscan)
    setRange((now) => (now.from === from && now.to === to ? now : { from, to: Math.max(to, from) }))
  }, [long, height, count])

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !long) return
    look()
    // Scrolling does not bubble: it is caught on its way down, whatever box scrolls.
    document.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      document.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [long, look])

  const from = long ? Math.min(range.from, count) : 0
  const to = long ? Math.min(range.to, count) : count
  const shown = process.env.TARO_ENV === 'h5' ? items.slice(from, to) : items.slice(-mostInWechat)
  useEffect(() => {
    const element = list.current
    if (process.env.TARO_ENV !== 'h5' || element === null || to - from < 5) return
    const drawn = Array.from(element.children).reduce((sum, child) => sum + child.clientHeight, 0)
    const average = drawn / (to - from)
    if (average > 0 && Math.abs(average - height) > 1) setHeight(average)
  }, [from, to, height])

  if (process.env.TARO_ENV === 'h5') {
    return (
      <ul
        ref={list}
        role={role}
        aria-label={label}
        className={cx('z-list', className)}
        style={long ? { paddingTop: from * height, paddingBottom: (count - to) * height } : undefined}
      >
        {shown.map((item, index) => (
          <li
            key={keyOf(item)}
            role={role === 'tree' ? 'none' : undefined}
            className={cx(rowClass, from + index === 0 && rowClass && `${rowClass}--first`)}
          >
            {row(item)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Box role="list" label={label} className={cx('z-list', className)}>
      {shown.map((item, index) => (
        <Box key={keyOf(item)} className={cx(rowClass, index === 0 && rowClass && `${rowClass}--first`)}>
          {row(item)}
        </Box>
      ))}
    </Box>
  )
}
