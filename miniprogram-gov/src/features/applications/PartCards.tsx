import { partFollows, partKindNames, partName } from '@zmht/shared/applications'
import type { ApplicationPart, ApplicationReply } from '@zmht/shared/contract'
import { Box, Button, Card, goTo, Icon, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { partIcons, partPages } from './words'

/** What an application is made of: each part leads to its own page, where it is worked with, and to where it is changed. */
export function PartCards({ application }: { readonly application: ApplicationReply }) {
  const { id, content, mine } = application
  return (
    <Section
      title={`组成（${content.parts.length}）`}
      action={
        mine ? (
          <Button variant="text" icon="edit" onPress={() => goTo(pages.editApplication, { id })}>
            增减和调整
          </Button>
        ) : undefined
      }
    >
      <Box as="ul" role="list" label="组成部分" className="g-gallery g-gallery--two">
        {content.parts.map((part) => (
          <Box as="li" key={part.key}>
            <PartCard application={application} part={part} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}

/** Where a part that was made is changed; what has no builder of its own is changed on its page. */
function changePage(part: ApplicationPart): string | undefined {
  if (part.kind === 'ledger') return pages.buildLedger
  if (part.kind === 'service') return part.content.link === undefined ? pages.build : pages.linkService
  return undefined
}

function PartCard({ application, part }: { readonly application: ApplicationReply; readonly part: ApplicationPart }) {
  const { content, made, mine, problems } = application
  const target = made[part.key]
  const change = changePage(part)
  const name = partName(part)
  return (
    <Card label={`${partKindNames[part.kind]}：${name}`}>
      <Stack gap={2}>
        <Row gap={2}>
          <Icon name={partIcons[part.kind]} className="z-text--accent" />
          <Text size="small" tone="quiet">
            {partKindNames[part.kind]}
          </Text>
        </Row>
        <Text size="large" strong>
          {name}
        </Text>
        <Text size="small" tone="quiet">
          {partFollows(part, content)}
        </Text>
        {problems
          .filter((one) => one.part === part.key)
          .map(({ message }) => (
            <Text key={message} size="small" tone="amber">
              {message}
            </Text>
          ))}
        {target === undefined ? null : (
          <Row gap={2} wrap>
            <Button variant="quiet" label={`打开${name}`} onPress={() => goTo(partPages[part.kind], { id: target })}>
              打开
            </Button>
            {mine && change !== undefined ? (
              <Button variant="text" icon="edit" label={`修改${name}`} onPress={() => goTo(change, { id: target })}>
                修改
              </Button>
            ) : null}
          </Row>
        )}
      </Stack>
    </Card>
  )
}
