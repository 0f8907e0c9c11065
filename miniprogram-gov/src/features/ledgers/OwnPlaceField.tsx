import { type Level, type PlaceId, placeTail } from '@zmht/shared/geo'
import { Box, Button, Field, Icon, type PathStep, Pressable, Row, Text, usePlaceName } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import type { Official } from '../session/official'
import { OwnPlaceSheet } from './OwnPlaceSheet'

/** One place of an official's own; what looks like an input opens the sheet. */
export function OwnPlaceField({
  me,
  label,
  hint,
  error,
  ask,
  value,
  onChange,
  clear,
  ...picking
}: {
  readonly me: Official
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  /** What stands there while nothing is chosen. */
  readonly ask: string
  readonly value: PlaceId | undefined
  readonly onChange: (place: PlaceId | undefined, path: readonly PathStep[]) => void
  /** The words that take the choice away; absent: it cannot be. */
  readonly clear?: string
  readonly from?: Level
  readonly until?: Level
  readonly mint?: boolean
}) {
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<readonly PathStep[]>()
  const read = usePlaceName(places, value)
  const known = picked?.at(-1)?.id === value ? placeTail(picked ?? []) : read
  const shown = value === undefined ? ask : (known ?? '…')
  return (
    <>
      <Field label={label} hint={hint} error={error} group>
        {() => (
          <Row gap={1}>
            <Box className="z-grow">
              <Pressable
                className={error === undefined ? 'z-input z-input--picker' : 'z-input z-input--picker z-input--wrong'}
                label={`${label}：${shown}`}
                onPress={() => setOpen(true)}
              >
                <Text inline tone={value === undefined ? 'quiet' : 'ink'}>
                  {shown}
                </Text>
                <Icon name="place" />
              </Pressable>
            </Box>
            {value !== undefined && clear !== undefined ? (
              <Button variant="text" label={`${clear}（${label}）`} onPress={() => onChange(undefined, [])}>
                {clear}
              </Button>
            ) : null}
          </Row>
        )}
      </Field>
      {open ? (
        <OwnPlaceSheet
          me={me}
          title={label}
          {...picking}
          onPick={(path) => {
            setPicked(path)
            setOpen(false)
            onChange(path.at(-1)?.id, path)
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
