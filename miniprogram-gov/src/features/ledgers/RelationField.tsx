import type { Control } from '@zmht/shared/controls'
import type { Value } from '@zmht/shared/knowledge'
import { ledgerKinds } from '@zmht/shared/ledgers'
import {
  Box,
  Button,
  controlRenderers,
  Field,
  type FormSurroundings,
  Icon,
  Pressable,
  Row,
  Text,
} from '@zmht/shared/ui'
import { useState } from 'react'
import type { EntryField } from './entry'
import { PickEntitySheet } from './PickEntitySheet'

/** Who or what stands at the other end of a relation: a place from the tree, anybody and anything else from what is registered. */
export function RelationField({
  field,
  value,
  name,
  around,
  onChange,
}: {
  readonly field: Extract<EntryField, { of: 'relation' }>
  readonly value: Value | undefined
  readonly name: string | undefined
  readonly around: FormSurroundings
  readonly onChange: (value: Value | undefined, name?: string) => void
}) {
  const [open, setOpen] = useState(false)
  const { label, other } = field
  if (other === 'place') {
    const Renderer = controlRenderers.place
    const control: Control = {
      id: field.key,
      kind: 'place',
      label,
      required: false,
      binding: { subject: 'entity', relation: field.type },
    }
    return (
      <Renderer
        control={control}
        answering={undefined}
        items={[]}
        required={false}
        value={value}
        onChange={(place) => onChange(place)}
        error={undefined}
        around={around}
      />
    )
  }
  const kind = ledgerKinds.find((one) => one === other)
  if (kind === undefined) return null
  const shown = value === undefined ? '查找登记过的' : (name ?? '')
  return (
    <>
      <Field label={label} optional group>
        {() => (
          <Row gap={1}>
            <Box className="z-grow">
              <Pressable className="z-input z-input--picker" label={`${label}：${shown}`} onPress={() => setOpen(true)}>
                <Text inline tone={value === undefined ? 'quiet' : 'ink'}>
                  {shown}
                </Text>
                <Icon name="search" />
              </Pressable>
            </Box>
            {value === undefined ? null : (
              <Button variant="text" label={`清除${label}`} onPress={() => onChange(undefined)}>
                清除
              </Button>
            )}
          </Row>
        )}
      </Field>
      {open ? (
        <PickEntitySheet
          title={label}
          kind={kind}
          onPick={(found) => {
            setOpen(false)
            onChange(found.id, found.name)
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
