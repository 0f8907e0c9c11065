import type { LedgerContent } from '@zmht/shared/ledgers'
import { Box, Button, goBack, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { ColumnFields } from './ColumnFields'
import { FilterFields } from './FilterFields'
import { draftProblems, type LedgerDraft } from './ledger-draft'
import { ledgerDrafts } from './local-drafts'
import { MembershipFields } from './MembershipFields'
import { NameFields } from './NameFields'
import { SaveLedger } from './SaveLedger'
import { WhoSentence } from './WhoSentence'
import { WithinFields } from './WithinFields'

/** A part of the editor: what is there, what is wrong with it, and how it is changed. */
export interface Editing {
  readonly draft: LedgerDraft
  /** What is wrong at one part, in words, once it may be pointed out. */
  readonly wrong: (at: string) => string | undefined
  readonly onChange: (part: Partial<LedgerDraft>) => void
  readonly onContent: (part: Partial<LedgerContent>) => void
}

/** A ledger on one page, kept on the device as it is typed. */
export function LedgerEditor({
  me,
  id,
  initial,
}: {
  readonly me: Official
  readonly id: string
  readonly initial: LedgerDraft
}) {
  const knowledge = useKnowledge()
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const problems = draftProblems(draft, knowledge)
  const change = (next: LedgerDraft) => {
    setDraft(next)
    ledgerDrafts.keep({ id, by: me.id, draft: next })
  }
  const editing: Editing = {
    draft,
    wrong: (at) => (tried ? problems.find((one) => one.at === at)?.message : undefined),
    onChange: (part) => change({ ...draft, ...part }),
    onContent: (part) => change({ ...draft, content: { ...draft.content, ...part } }),
  }
  const drop = () => {
    ledgerDrafts.forget(id)
    goBack(pages.people)
  }
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        <NameFields {...editing} />
        <MembershipFields {...editing} />
        <ColumnFields {...editing} />
        <FilterFields {...editing} />
        <WithinFields me={me} {...editing} />
      </Stack>
      <Stack gap={4} className="g-split__side g-side">
        <WhoSentence draft={draft} />
        <SaveLedger id={id} draft={draft} problems={problems} onTry={() => setTried(true)} onDraft={change} />
        <Row gap={2}>
          <Button variant="text-danger" onPress={drop}>
            {draft.edition === 0 ? '不建了' : '不改了'}
          </Button>
          <Text size="small" tone="quiet">
            {draft.edition === 0 ? '丢掉写的内容' : '丢掉这次的修改，台账保持原样'}
          </Text>
        </Row>
      </Stack>
    </Box>
  )
}
