import { useEffect, useState } from 'react'
import { placeTail } from '../../geo'
import { PlaceInput } from '../domain/PlaceInput'
import { PlacePicker } from '../domain/PlacePicker'
import type { PathStep } from '../domain/place-source'
import { type ControlProps, textOf, wordsOf } from './control'
import { usePlaceName } from './usePlaceName'

/** Where somebody lives is a door; where something is or happened may be a street corner that only its compound tells. */
const isHome = ({ binding }: ControlProps['control']): boolean =>
  binding !== undefined && 'relation' in binding && binding.relation === 'resides-at'

export function PlaceControl(props: ControlProps) {
  const { value, onChange } = props
  const { places, startIn } = props.around
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const id = textOf(value) || undefined
  const name = usePlaceName(places, id)
  const words = wordsOf(props)
  useEffect(() => {
    if (!open) setChosen(undefined)
  }, [open])
  return (
    <PlaceInput
      words={words}
      shown={id ? (name ?? '正在读取…') : '请选择地点'}
      empty={!id}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      chosen={chosen && placeTail(chosen)}
      onConfirm={() => {
        const place = chosen?.at(-1)
        if (place) onChange(place.id)
      }}
    >
      <PlacePicker
        places={places}
        startIn={startIn?.slice(0, -1)}
        chosen={chosen}
        onChoose={setChosen}
        {...(isHome(props.control) ? {} : { from: 'community' as const })}
      />
    </PlaceInput>
  )
}
