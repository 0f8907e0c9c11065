import { Box, EmptyState, Heading, Loaded, Stack, Text, useResource } from '@zmht/shared/ui'
import { AccessList } from './AccessList'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedField } from './PickedField'
import { accessOf } from './resources'
import type { Asking } from './ThingFields'
import { useName } from './useName'

/** What one colleague may do. */
export function PersonAnswer({ question, onAsk }: Asking) {
  const { person } = question
  return (
    <Stack gap={6}>
      <Box className="g-ask">
        <PickedField
          label="同事"
          ask="按姓名查找"
          name={useName('official', person)}
          onPick={({ id }) => onAsk({ person: id })}
          sheet={(onPick, onClose) => (
            <PickDirectorySheet of="people" title="查哪位同事" onPick={onPick} onClose={onClose} />
          )}
        />
      </Box>
      {person === '' ? (
        <EmptyState
          icon="person"
          title="请选择一位同事"
          detail="选好以后，会列出他（她）能做什么、在哪里、凭哪条规则。"
        />
      ) : (
        <Access person={person} />
      )}
    </Stack>
  )
}

function Access({ person }: { readonly person: string }) {
  const loaded = useResource(accessOf, person)
  return (
    <Loaded of={loaded}>
      {(access) => (
        <Stack gap={4}>
          <Stack gap={1}>
            <Heading level={2} size="title">
              {access.official.name}
            </Heading>
            {access.posts.map(({ id, title, organisation }) => (
              <Text key={id} tone="quiet">{`${organisation.name} · ${title}`}</Text>
            ))}
          </Stack>
          <AccessList access={access} linked />
        </Stack>
      )}
    </Loaded>
  )
}
