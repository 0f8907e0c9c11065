import type { AlikeReply } from '@zmht/shared/contract'
import { Box, Text } from '@zmht/shared/ui'

/** What two records say of the same, beside each other; what they disagree on stands out. */
export function FactsBeside({
  label,
  heads,
  facts,
}: {
  readonly label: string
  /** What the two are called here. */
  readonly heads: readonly [string, string]
  readonly facts: AlikeReply['facts']
}) {
  return (
    <Box className="g-alike" role="table" label={label}>
      <Box className="g-alike__row" role="row">
        {['项目', ...heads].map((head) => (
          <Text key={head} size="small" tone="quiet">
            {head}
          </Text>
        ))}
      </Box>
      {facts.map((fact) => (
        <Box key={fact.label} className="g-alike__row" role="row">
          <Text size="small" tone="quiet">
            {fact.label}
          </Text>
          <Text numeric>{fact.mine}</Text>
          <Text numeric tone={fact.agree ? 'ink' : 'amber'}>
            {fact.theirs}
          </Text>
        </Box>
      ))}
    </Box>
  )
}
