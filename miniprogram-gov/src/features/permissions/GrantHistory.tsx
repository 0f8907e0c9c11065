import type { GrantReply } from '@zmht/shared/contract'
import { Box, Card, formatExact, List, Section, Stack, Tag, Text } from '@zmht/shared/ui'
import { useSaid } from './useSaid'
import { stateNames } from './words'

/** What a rule said before. */
export function GrantHistory({ history }: { readonly history: readonly GrantReply[] }) {
  const say = useSaid()
  if (history.length === 0) return null
  return (
    <Section title={`以前的版本（${history.length}）`}>
      <Card flush>
        <List label="以前的版本">
          {history.map((one, index) => (
            <Box key={`${one.edition}${one.state}`} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
              <Stack gap={1}>
                <Box>
                  <Tag>{`第 ${one.edition} 版${one.state === 'in-force' ? '' : `，${stateNames[one.state]}`}`}</Tag>
                </Box>
                <Text>{say(one)}</Text>
                <Text size="small" tone="quiet">
                  {[one.by?.name, one.at && formatExact(one.at), one.reason].filter(Boolean).join(' · ')}
                </Text>
              </Stack>
            </Box>
          ))}
        </List>
      </Card>
    </Section>
  )
}
