import { Box, Card, Stack, Text } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import type { LedgerDraft } from './ledger-draft'
import { saySoFar } from './say-draft'
import { ledgerKindWords } from './words'

/** Who will be in the ledger and where, said back while it is put together. */
export function WhoSentence({ draft }: { readonly draft: LedgerDraft }) {
  const knowledge = useKnowledge()
  const { content, within } = draft
  const { sentence, unfinished } = saySoFar(content, knowledge)
  const where = within.map(({ name }) => name).join('、')
  return (
    <Card tone="accent">
      <Stack gap={1}>
        <Text size="small" tone="quiet">
          {`这本台账登记的${ledgerKindWords[content.kind].name}`}
        </Text>
        <Box live="polite">
          <Text size="large" strong>
            {sentence}
          </Text>
        </Box>
        {unfinished === 0 ? null : <Text size="small" tone="amber">{`还有 ${unfinished} 个条件没填完`}</Text>}
        <Text size="small" tone="quiet">
          {where === '' ? '还没有选范围' : `范围 ${where}`}
        </Text>
      </Stack>
    </Card>
  )
}
