import { Box, Card, Loaded, Section, Skeleton, Stack, Text, useNow, useResource } from '@zmht/shared/ui'
import { ApplicationList } from './ApplicationList'
import { factsWords } from './facts-words'
import { usesOf } from './resources'

/** Who reads and writes an attribute, how much there is of it, and where it is stored. */
export function Uses({ code }: { readonly code: string }) {
  const now = useNow()
  const loaded = useResource(usesOf, code)
  return (
    <Loaded of={loaded} skeleton={<Skeleton lines={4} />}>
      {({ applications, others, facts, countedAt, stored }) => (
        <>
          <Section title="谁在用">
            <Card>
              <Stack gap={3}>
                {applications.length === 0 && others === 0 ? (
                  <Text tone="quiet">还没有应用收集或预填它。</Text>
                ) : (
                  <ApplicationList applications={applications} others={others} />
                )}
                <Text numeric>{factsWords(facts, countedAt, now)}</Text>
              </Stack>
            </Card>
          </Section>
          <Section title="存在哪里">
            <Card>
              <Box as="dl" className="g-stored">
                {stored.map(({ what, where }) => (
                  <Box key={what} className="g-stored__one">
                    <Box as="dt" className="g-stored__what">
                      {what}
                    </Box>
                    <Box as="dd" className="g-stored__where">
                      {where}
                    </Box>
                  </Box>
                ))}
              </Box>
            </Card>
          </Section>
        </>
      )}
    </Loaded>
  )
}
