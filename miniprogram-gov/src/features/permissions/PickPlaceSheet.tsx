import { shortName } from '@zmht/shared/geo'
import { Button, type PathStep, PlacePicker, Sheet } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import type { PickedPlace } from './draft'

/** One place at any level, named with what it lies in. */
export function PickPlaceSheet({
  onPick,
  onClose,
}: {
  readonly onPick: (place: PickedPlace) => void
  readonly onClose: () => void
}) {
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const place = chosen?.at(-1)
  return (
    <Sheet
      open
      wide
      title="选择地点"
      onClose={onClose}
      footer={
        <Button
          full
          disabled={place === undefined}
          onPress={() => {
            if (chosen !== undefined && place !== undefined) {
              onPick({ id: place.id, name: chosen.slice(-2).map(shortName).join(' ') })
            }
          }}
        >
          {place === undefined ? '请先选择地点' : `就是这里：${shortName(place)}`}
        </Button>
      }
    >
      <PlacePicker
        places={places}
        chosen={chosen}
        onChoose={setChosen}
        from="province"
        until="door"
        leafFrom="province"
      />
    </Sheet>
  )
}
