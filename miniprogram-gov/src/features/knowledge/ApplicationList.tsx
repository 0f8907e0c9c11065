import type { EffectsReply } from '@zmht/shared/contract'
import { channelStateNames } from '@zmht/shared/rules'
import { Box, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { Folded } from './Folded'

export type Application = EffectsReply['changes'][number]['applications'][number]

/** The words of an application's state; services are the only applications yet. */
const stateNames: Readonly<Record<string, string>> = channelStateNames

/** Applications by name, with the controls that ask for it. Others are counted. */
export function ApplicationList({
  applications,
  others,
}: {
  readonly applications: readonly Application[]
  readonly others: number
}) {
  return (
    <Stack gap={2}>
      {applications.length === 0 ? null : (
        <Folded items={applications} first={6} counter="个应用">
          {(shown) => (
            <Box as="ul" role="list" label="用到它的应用" className="g-uses">
              {shown.map((one, index) => (
                <Box as="li" key={one.id} className={index > 0 ? 'g-uses__one g-line' : 'g-uses__one'}>
                  <Row between gap={2}>
                    <Text inline strong>
                      {one.title}
                    </Text>
                    <Tag>{stateNames[one.state] ?? one.state}</Tag>
                  </Row>
                  <Text size="small" tone="quiet">
                    {[one.organisation, one.controls.map((label) => `“${label}”`).join('')].filter(Boolean).join(' · ')}
                  </Text>
                </Box>
              ))}
            </Box>
          )}
        </Folded>
      )}
      {others === 0 ? null : (
        <Text size="small" tone="quiet" numeric>
          {applications.length === 0
            ? `有 ${others} 个您管理范围以外的应用在用。`
            : `另有 ${others} 个您管理范围以外的应用。`}
        </Text>
      )}
    </Stack>
  )
}
