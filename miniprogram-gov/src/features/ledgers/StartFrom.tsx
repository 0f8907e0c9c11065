import { shortName } from '@zmht/shared/geo'
import { type LedgerKind, sayMembership } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { Box, Button, Card, EmptyState, SearchInput, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { type Official, territoriesOf } from '../session/official'
import { blankDraft, draftFromTemplate, type LedgerDraft } from './ledger-draft'
import { templatesFor } from './templates'
import { kindOrder, ledgerKindWords } from './words'

/** Where a new ledger begins: a template, or nothing at all. */
export function StartFrom({ me, onStart }: { readonly me: Official; readonly onStart: (draft: LedgerDraft) => void }) {
  const knowledge = useKnowledge()
  const [words, setWords] = useState('')
  const within = territoriesOf(me).map((one) => ({ id: one.id, name: shortName(one) }))
  const sections = templatesFor(ledgerTemplates, words, knowledge)
  const blank = (kind: LedgerKind) => onStart(blankDraft(kind, within, knowledge))
  return (
    <Stack gap={6}>
      <Stack gap={3}>
        <Text tone="quiet" className="g-prose">
          选一个模板，下一步什么都可以改。保存后，已登记的资料会自动排进来，不用重新录入。
        </Text>
        <SearchInput label="查找模板：名称，或要登记的内容，如井盖、燃气" value={words} onChange={setWords} />
      </Stack>
      {sections.length === 0 ? (
        <EmptyState icon="search" title="没有这样的模板" detail="换一个字试试，或者在下面从空白开始。" />
      ) : null}
      {sections.map(({ kind, templates }) => (
        <Section key={kind} title={ledgerKindWords[kind].name}>
          <Box as="ul" role="list" label={`${ledgerKindWords[kind].name}的模板`} className="g-templates">
            {templates.map((template) => (
              <Box as="li" key={template.id}>
                <Card onPress={() => onStart(draftFromTemplate(template, within))}>
                  <Stack gap={1}>
                    <Text size="large" strong>
                      {template.name}
                    </Text>
                    <Text size="small">{template.about}</Text>
                    <Text size="small" tone="quiet">
                      {`${sayMembership(template, knowledge)} · ${template.columns.length} 列`}
                    </Text>
                  </Stack>
                </Card>
              </Box>
            ))}
          </Box>
        </Section>
      ))}
      <Section title="从空白开始">
        <Box className="g-toolbar">
          {kindOrder.map((kind) => (
            <Button key={kind} variant="quiet" icon={ledgerKindWords[kind].icon} onPress={() => blank(kind)}>
              {`登记${ledgerKindWords[kind].name}`}
            </Button>
          ))}
        </Box>
      </Section>
    </Stack>
  )
}
