import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Button } from '../primitives/Button'
import { Field, type FieldWords } from '../primitives/Field'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Sheet } from '../primitives/Sheet'
import { Text } from '../primitives/Text'

/** What looks like an input and opens a sheet to choose a place in; the choice counts once it is confirmed. */
export function PlaceInput({
  words,
  shown,
  empty,
  open,
  onOpen,
  onClose,
  chosen,
  onConfirm,
  wide,
  children,
}: {
  readonly words: FieldWords
  /** The place as it stands, or what asks for one. */
  readonly shown: string
  readonly empty: boolean
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  /** What is chosen in the sheet, in words; absent: nothing yet. */
  readonly chosen: string | undefined
  readonly onConfirm: () => void
  readonly wide?: boolean
  /** The picker. */
  readonly children: ReactNode
}) {
  return (
    <>
      <Field {...words} group>
        {() => (
          <Pressable
            className={cx('z-input', 'z-input--picker', words.error !== undefined && 'z-input--wrong')}
            label={`${words.label}：${shown}`}
            onPress={onOpen}
          >
            <Text inline tone={empty ? 'quiet' : 'ink'}>
              {shown}
            </Text>
            <Icon name="place" />
          </Pressable>
        )}
      </Field>
      <Sheet
        open={open}
        title={words.label}
        onClose={onClose}
        {...(wide === undefined ? {} : { wide })}
        footer={
          <Button
            full
            disabled={chosen === undefined}
            onPress={() => {
              onConfirm()
              onClose()
            }}
          >
            {chosen === undefined ? '请先选择地点' : `就是这里：${chosen}`}
          </Button>
        }
      >
        {children}
      </Sheet>
    </>
  )
}
