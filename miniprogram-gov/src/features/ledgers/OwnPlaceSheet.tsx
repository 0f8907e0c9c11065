import { type Level, shortName } from '@zmht/shared/geo'
import { Button, type PathStep, PlacePicker, Select, Sheet, Skeleton, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { mintMissing } from '../hierarchy/mint-missing'
import { may, type Official, territoriesOf } from '../session/official'
import { useLineage } from './useLineage'

/** One place inside those an official's organisations manage; one of these itself where `from` allows it. */
export function OwnPlaceSheet({
  me,
  title,
  from = 'province',
  until = 'door',
  mint = false,
  onPick,
  onClose,
}: {
  readonly me: Official
  readonly title: string
  /** The highest level that may be chosen. */
  readonly from?: Level
  readonly until?: Level
  /** What an address names and is not there yet may be made, by those who may. */
  readonly mint?: boolean
  readonly onPick: (path: readonly PathStep[]) => void
  readonly onClose: () => void
}) {
  const own = territoriesOf(me)
  const [territory, setTerritory] = useState<string>(own[0]?.id ?? '')
  const within = useLineage(territory)
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const place = chosen?.at(-1)
  const root = own.find(({ id }) => id === territory)
  return (
    <Sheet
      open
      wide
      title={title}
      onClose={onClose}
      footer={
        <Button
          full
          disabled={place === undefined}
          onPress={() => {
            if (chosen !== undefined) onPick(chosen)
          }}
        >
          {place === undefined ? '请先选择地点' : `就是这里：${shortName(place)}`}
        </Button>
      }
    >
      <Stack gap={3}>
        {own.length > 1 ? (
          <Select
            label="在哪个辖区里选"
            options={own.map((one) => ({ value: one.id as string, label: shortName(one) }))} // an id is a text to the list
            value={territory}
            onChange={(id) => {
              if (id === undefined) return
              setTerritory(id)
              setChosen(undefined)
            }}
          />
        ) : null}
        {within === undefined ? (
          <Skeleton lines={4} />
        ) : (
          <>
            {root !== undefined && from === 'province' ? (
              <Button variant="quiet" icon="place" pressed={place?.id === root.id} onPress={() => setChosen(within)}>
                {`整个${shortName(root)}`}
              </Button>
            ) : null}
            <PlacePicker
              key={territory}
              places={places}
              within={within}
              chosen={chosen}
              onChoose={setChosen}
              from={from}
              until={until}
              {...(mint && may(me, 'hierarchy.write') ? { onMint: mintMissing } : {})}
            />
          </>
        )}
      </Stack>
    </Sheet>
  )
}
