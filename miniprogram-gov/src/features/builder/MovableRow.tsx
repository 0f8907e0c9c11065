import { Box } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'

const format = 'application/x-zmht-control'

/** One item of the canvas; on a PC it can be dragged to another's place with the mouse. */
export function MovableRow({
  id,
  index,
  depth,
  onDrop,
  children,
}: {
  readonly id: string
  readonly index: number
  /** How many sections it stands in. */
  readonly depth: number
  readonly onDrop: (id: string) => void
  readonly children: ReactNode
}) {
  const [over, setOver] = useState(false)
  const place =
    depth === 0
      ? 'g-canvas__item'
      : depth === 1
        ? 'g-canvas__item g-canvas__item--in'
        : 'g-canvas__item g-canvas__item--deep'
  if (process.env.TARO_ENV !== 'h5') {
    return (
      <Box as="li" className={place}>
        {children}
      </Box>
    )
  }
  return (
    <li
      className={over ? `${place} g-canvas__item--over` : place}
      data-position={index}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(format, id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(format)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const dragged = event.dataTransfer.getData(format)
        if (dragged && dragged !== id) onDrop(dragged)
      }}
    >
      {children}
    </li>
  )
}
