import { type Level, shortName } from '@zmht/shared/geo'
import { Box, Button, Field, Icon, type PathStep, PlacePicker, Pressable, Sheet, Text } from '@zmht/shared/ui'
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
  const words = value === undefined ? '请选择' : wayWords(value.slice(-3))
  return (
    <>
      <Field label={label} hint={hint} error={error} group>
        {() => (
          <Pressable
            className={error === undefined ? 'z-input z-input--picker' : 'z-input z-input--picker z-input--wrong'}
            label={`${label}：${words}`}
            onPress={() => {
              setChosen(value)
              setOpen(true)
            }}
          >
            <Text inline tone={value === undefined ? 'quiet' : 'ink'}>
              {words}
            </Text>
            <Icon name="place" />
          </Pressable>
        )}
      </Field>
      <Sheet
        open={open}
        wide
        title={label}
        onClose={() => setOpen(false)}
        footer={
          <Button
            full
            disabled={place === undefined}
            onPress={() => {
              if (chosen !== undefined) onChange(chosen)
              setOpen(false)
            }}
          >
            {place === undefined ? '请先选择' : `就是这里：${shortName(place)}`}
          </Button>
        }
      >
        <Box>
          <PlacePicker
            places={places}
            startIn={startIn}
            chosen={chosen}
            onChoose={setChosen}
            from={from}
            until={until}
            leafFrom="province"
          />
        </Box>
      </Sheet>
    </>
  )
}
