import { Box, Card, List, ListRow, Pressable, Row } from '@zmht/shared/ui'
import type { NamedOrganisation } from './useDirectorySearch'

/** The organisations above, the highest first; each leads there. */
export function OrganisationWay({
  above,
  onOrganisation,
}: {
  readonly above: readonly NamedOrganisation[]
  readonly onOrganisation: (id: string) => void
}) {
  if (above.length === 0) return null
  return (
    <Box as="nav" label="上级单位">
      <Row wrap gap={1}>
        {above.map(({ id, name }, index) => (
          <Pressable key={id} className="g-crumb g-crumb--up" onPress={() => onOrganisation(id)}>
            {index === above.length - 1 ? name : `${name} /`}
          </Pressable>
        ))}
      </Row>
    </Box>
  )
}

/** Organisations, one below the other, to go into; `chosen` is marked. */
export function OrganisationList({
  label,
  organisations,
  chosen,
  onOrganisation,
}: {
  readonly label: string
  readonly organisations: readonly NamedOrganisation[]
  readonly chosen?: string
  readonly onOrganisation: (id: string) => void
}) {
  return (
    <Card flush>
      <List label={label}>
        {organisations.map(({ id, name }, index) =>
          chosen === undefined ? (
            <ListRow key={id} line={index > 0} title={name} onPress={() => onOrganisation(id)} />
          ) : (
            <Pressable
              key={id}
              current={id === chosen}
              className={['g-beside', index > 0 && 'g-line', id === chosen && 'g-beside--on'].filter(Boolean).join(' ')}
              onPress={() => onOrganisation(id)}
            >
              {name}
            </Pressable>
          ),
        )}
      </List>
    </Card>
  )
}
