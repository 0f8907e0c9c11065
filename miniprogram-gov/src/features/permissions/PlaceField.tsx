import { type PlaceId, shortName } from '@zmht/shared/geo'
import { type PathStep, PlaceInput, PlacePicker, usePlaceName } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'

/** One place of the tree at any level, chosen in a sheet that opens where the last one lies. */
export function PlaceField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: PlaceId | undefined
  readonly onChange: (place: PathStep) => void
}) {
  const name = usePlaceName(places, value)
  const [open, setOpen] = useState(false)
  const [start, setStart] = useState<readonly PathStep[]>()
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const place = chosen?.at(-1)
  const begin = async () => {
    const known = value === undefined ? undefined : await places.describe(value).catch(() => undefined)
    setStart(known?.lineage.slice(0, -1))
    setChosen(known?.lineage)
    setOpen(true)
  }
  return (
    <PlaceInput
      words={{ label, hint }}
      shown={value === undefined ? '请选择地点' : (name ?? '…')}
      empty={value === undefined}
      open={open}
      onOpen={() => void begin()}
      onClose={() => setOpen(false)}
      chosen={place && shortName(place)}
      onConfirm={() => {
        if (place !== undefined) onChange(place)
      }}
      wide
    >
      <PlacePicker
        places={places}
        startIn={start}
        chosen={chosen}
        onChoose={setChosen}
        from="province"
        until="door"
        leafFrom="province"
      />
    </PlaceInput>
  )
}
