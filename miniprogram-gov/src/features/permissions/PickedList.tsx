import { Box, Button, Field, RemovableTag, Stack } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import type { Picked } from './draft'

/** What was picked as tags that can be taken away, and the button that opens the sheet to pick another. */
export function PickedList<One extends Picked>({
  label,
  hint,
  error,
  ask,
  picked,
  onChange,
  sheet,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  /** The words of the button, e.g. 「加一个单位」. */
  readonly ask: string
  readonly picked: readonly One[]
  readonly onChange: (picked: readonly One[]) => void
  readonly sheet: (onPick: (one: One) => void, onClose: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const pick = (one: One) => {
    if (!picked.some(({ id }) => id === one.id)) onChange([...picked, one])
    close()
  }
  return (
    <>
      <Field label={label} hint={hint} error={error} group>
        {() => (
          <Stack gap={2}>
            {picked.length === 0 ? null : (
              <Box role="group" label={`${label}，已选`} className="z-removables">
                {picked.map((one) => (
                  <RemovableTag key={one.id} onRemove={() => onChange(picked.filter(({ id }) => id !== one.id))}>
                    {one.name}
                  </RemovableTag>
                ))}
              </Box>
            )}
            <Box>
              <Button variant="quiet" icon="plus" onPress={() => setOpen(true)}>
                {ask}
              </Button>
            </Box>
          </Stack>
        )}
      </Field>
      {open ? sheet(pick, close) : null}
    </>
  )
}
