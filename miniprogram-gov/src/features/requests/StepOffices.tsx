import type { RequestReply } from '@zmht/shared/contract'
import { Button, List, ListRow, Stack } from '@zmht/shared/ui'
import { OrganisationField } from '../directory/OrganisationField'

interface Office {
  readonly id: string
  readonly name: string
}

const labels = { transfer: '转给哪个单位', assign: '由哪个单位办', invite: '请哪些单位协办' } as const

/** The organisation a step goes to, or those it asks to work along. */
export function StepOffices({
  action,
  request,
  value,
  error,
  onChange,
}: {
  readonly action: keyof typeof labels
  readonly request: RequestReply
  readonly value: readonly Office[]
  readonly error: string | undefined
  readonly onChange: (offices: readonly Office[]) => void
}) {
  const startIn = request.desk?.id ?? request.organisation.id
  if (action !== 'invite')
    return (
      <OrganisationField
        label={labels[action]}
        error={error}
        startIn={startIn}
        optional={action === 'assign'}
        {...(action === 'assign' ? { hint: '不选：由当地社区办理' } : {})}
        value={value[0]}
        onChange={(chosen) => onChange(chosen === undefined ? [] : [chosen])}
      />
    )
  return (
    <Stack gap={2}>
      {value.length > 0 ? (
        <List label="协办单位">
          {value.map((one, index) => (
            <ListRow
              key={one.id}
              line={index > 0}
              title={one.name}
              end={
                <Button
                  variant="text"
                  label={`去掉${one.name}`}
                  onPress={() => onChange(value.filter(({ id }) => id !== one.id))}
                >
                  去掉
                </Button>
              }
            />
          ))}
        </List>
      ) : null}
      {value.length < 5 ? (
        <OrganisationField
          label={value.length === 0 ? labels.invite : '再请一个单位'}
          error={error}
          startIn={startIn}
          value={undefined}
          onChange={(chosen) =>
            chosen === undefined || value.some(({ id }) => id === chosen.id) ? undefined : onChange([...value, chosen])
          }
        />
      ) : null}
    </Stack>
  )
}
