import { Box, Button, Field, Icon, Pressable, Row, Text } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import type { Picked } from './draft'

/** One thing picked in a sheet; what looks like an input opens it. */
export function PickedField({
  label,
  ask,
  name,
  onPick,
  onClear,
  sheet,
}: {
  readonly label: string
  /** What stands there while nothing is picked. */
  readonly ask: string
  /** The name of what is picked. */
  readonly name: string | undefined
  readonly onPick: (picked: Picked) => void
  readonly onClear?: (() => void) | undefined
  readonly sheet: (onPick: (picked: Picked) => void, onClose: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const shown = name ?? ask
  return (
    <>
      <Field label={label} group>
        {() => (
          <Row gap={1}>
            <Box className="z-grow">
              <Pressable className="z-input z-input--picker" label={`${label}：${shown}`} onPress={() => setOpen(true)}>
                <Text inline tone={name === undefined ? 'quiet' : 'ink'}>
                  {shown}
                </Text>
                <Icon name="search" />
              </Pressable>
            </Box>
            {name !== undefined && onClear !== undefined ? (
              <Button variant="text" label={`不限${label}`} onPress={onClear}>
                不限
              </Button>
            ) : null}
          </Row>
        )}
      </Field>
      {open
        ? sheet((picked) => {
            onPick(picked)
            close()
          }, close)
        : null}
    </>
  )
}
