import { Button } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'

/** The first of many; the rest when asked for. */
export function Folded<Item>({
  items,
  first,
  counter,
  children,
}: {
  readonly items: readonly Item[]
  /** So many stand there at once. */
  readonly first: number
  /** 「个应用」, after the number. */
  readonly counter: string
  readonly children: (shown: readonly Item[]) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {children(open ? items : items.slice(0, first))}
      {items.length > first && !open ? (
        <Button
          variant="text"
          icon="down"
          onPress={() => setOpen(true)}
        >{`显示全部 ${items.length} ${counter}`}</Button>
      ) : null}
    </>
  )
}
