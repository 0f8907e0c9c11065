import { Children, type ReactNode } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'
import { Text } from './Text'

/** A list of cards (`gap`) or of rows. Each child becomes one item. */
export function List({
  children,
  gap,
  label,
}: {
  readonly children: ReactNode
  readonly gap?: boolean
  readonly label?: string
}) {
  return (
    <Box as="ul" label={label} role="list" className={cx('z-list', gap && 'z-list--gap')}>
      {Children.map(children, (child) => (child ? <Box as="li">{child}</Box> : null))}
    </Box>
  )
}

export interface ListRowProps {
  readonly title: string
  readonly detail?: ReactNode
  readonly icon?: IconName
  /** What stands at the right edge: a value, a tag, a count. */
  readonly end?: ReactNode
  readonly onPress?: (() => void) | undefined
  /** A line above; give it to every row but the first. */
  readonly line?: boolean
  readonly label?: string | undefined
}

export function ListRow({ title, detail, icon, end, onPress, line, label }: ListRowProps) {
  const content = (
    <>
      {icon ? (
        <Box className="z-list-row__start">
          <Icon name={icon} />
        </Box>
      ) : null}
      <Box className="z-list-row__body">
        <Text>{title}</Text>
        {typeof detail === 'string' ? (
          <Text size="small" tone="quiet">
            {detail}
          </Text>
        ) : (
          detail
        )}
      </Box>
      {end !== undefined || onPress ? (
        <Box className="z-list-row__end">
          {typeof end === 'string' ? (
            <Text inline tone="quiet" numeric>
              {end}
            </Text>
          ) : (
            end
          )}
          {onPress ? <Icon name="chevron" className="z-text--quiet" /> : null}
        </Box>
      ) : null}
    </>
  )
  const classes = cx('z-list-row', line && 'z-list-row--line')
  return onPress ? (
    <Pressable onPress={onPress} label={label} className={classes}>
      {content}
    </Pressable>
  ) : (
    <Box className={classes}>{content}</Box>
  )
}

/** Names and values, one per line. */
export function KeyValue({ rows }: { readonly rows: readonly { readonly key: string; readonly value: ReactNode }[] }) {
  return (
    <Box as="dl" className="z-key-value">
      {rows.map((row, index) => (
        <Box key={row.key} className={cx('z-key-value__row', index > 0 && 'z-key-value__row--line')}>
          <Box as="dt" className="z-key-value__key">
            {row.key}
          </Box>
          <Box as="dd" className="z-key-value__value">
            {row.value}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
