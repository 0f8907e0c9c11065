import { Box } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'

const format = 'application/x-zmht-control'

/** One item of the canvas; on a PC it can be dragged to another's place with the mouse. */
export function MovableRow({
  id,
  index,
  onDrop,
  children,
}: {
  readonly id: string
  readonly index: number
  readonly onDrop: (id: string) => void
  readonly children: ReactNode
}) {
  const [over, setOver] = useState(false)
  if (process.env.TARO_ENV !== 'h5') return <Box as="li">{children}</Box>
  return (
    <li
      className={over ? 'g-canvas__item g-canvas__item--over' : 'g-canvas__item'}
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
