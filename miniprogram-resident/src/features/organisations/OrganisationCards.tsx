import { Card, goTo, Icon, Row, Stack, Text, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { organisationOffers } from './resources'

/** 「某某物业服务中心 可以办的事」: for each organisation I act for; nothing for whoever acts for none. */
export function OrganisationCards() {
  const { data = [] } = useResource(organisationOffers, 'mine')
  return (
    <>
      {data.map(({ id, name, services }) => (
        <Card key={id} onPress={() => goTo(pages.organisation, { id })}>
          <Row between gap={3}>
            <Stack gap={1} grow>
              <Text size="large" strong>{`${name} 可以办的事`}</Text>
              <Text tone="quiet">
                {services.length === 0 ? '现在没有开放的服务，点开看办过的' : `${services.length} 项服务，由您替单位办`}
              </Text>
            </Stack>
            <Icon name="chevron" className="z-text--quiet" />
          </Row>
        </Card>
      ))}
    </>
  )
}
