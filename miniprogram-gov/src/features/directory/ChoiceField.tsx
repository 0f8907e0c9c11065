import { Field, Icon, type IconName, Pressable, Text } from '@zmht/shared/ui'

/** What looks like an input and opens something to choose in. */
export function ChoiceField({
  label,
  hint,
  error,
  optional,
  shown,
  icon = 'search',
  onOpen,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean
  /** What is chosen, in words. */
  readonly shown: string | undefined
  readonly icon?: IconName
  readonly onOpen: () => void
}) {
  const words = shown ?? '请选择'
  return (
    <Field label={label} hint={hint} error={error} optional={optional} group>
      {() => (
        <Pressable
          className={error === undefined ? 'z-input z-input--picker' : 'z-input z-input--picker z-input--wrong'}
          label={`${label}：${words}`}
          onPress={onOpen}
        >
          <Text inline tone={shown === undefined ? 'quiet' : 'ink'}>
            {words}
          </Text>
          <Icon name={icon} />
        </Pressable>
      )}
    </Field>
  )
}
