import { type Level, shortName } from '@zmht/shared/geo'
import { type PathStep, PlaceInput, PlacePicker } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { wayWords } from './words'

/** One place of the tree, chosen in a sheet. */
export function PlaceField({
  label,
  hint,
  error,
  value,
  onChange,
  from,
  until,
  startIn,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: readonly PathStep[] | undefined
  readonly onChange: (way: readonly PathStep[]) => void
  readonly from: Level
  readonly until: Level
  readonly startIn?: readonly PathStep[]
}) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const place = chosen?.at(-1)
  return (
    <PlaceInput
      words={{ label, hint, error }}
      shown={value === undefined ? '请选择' : wayWords(value.slice(-3))}
      empty={value === undefined}
      open={open}
      onOpen={() => {
        setChosen(value)
        setOpen(true)
      }}
      onClose={() => setOpen(false)}
      chosen={place && shortName(place)}
      onConfirm={() => {
        if (chosen !== undefined) onChange(chosen)
      }}
      wide
    >
      <PlacePicker
        places={places}
        startIn={startIn}
        chosen={chosen}
        onChoose={setChosen}
        from={from}
        until={until}
        leafFrom="province"
      />
    </PlaceInput>
  )
}
