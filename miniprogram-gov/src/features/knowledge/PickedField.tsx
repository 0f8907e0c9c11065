import { Button, Field, Row, Stack, Text } from '@zmht/shared/ui'

/** What was picked in a sheet, and the button that opens it. */
export function PickedField({
  label,
  hint,
  picked,
  detail,
  ask,
  error,
  onPick,
  onClear,
}: {
  readonly label: string
  readonly hint?: string
  /** Its name; absent: nothing yet. */
  readonly picked: string | undefined
  readonly detail?: string | undefined
  /** The words of the button while nothing is picked. */
  readonly ask: string
  readonly error?: string | undefined
  readonly onPick: () => void
  readonly onClear?: (() => void) | undefined
}) {
  return (
    <Field label={label} hint={hint} error={error} group>
      {() => (
        <Row between gap={3} className="g-picked">
          <Stack gap={1} grow>
            <Text tone={picked === undefined ? 'quiet' : 'ink'}>{picked ?? '还没有选'}</Text>
            {detail === undefined ? null : (
              <Text size="small" tone="quiet">
                {detail}
              </Text>
            )}
          </Stack>
          <Row gap={1}>
            {picked !== undefined && onClear !== undefined ? (
              <Button variant="text" label={`不选${label}`} onPress={onClear}>
                不选
              </Button>
            ) : null}
            <Button variant="quiet" label={`${picked === undefined ? ask : '更换'}：${label}`} onPress={onPick}>
              {picked === undefined ? ask : '更换'}
            </Button>
          </Row>
        </Row>
      )}
    </Field>
  )
}
