import { Box, Card, RadioList, Section, Stack, Text, TextInput, useWide } from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import type { Official } from '../session/official'
import { ActionFields } from './ActionFields'
import { ChangesPanel } from './ChangesPanel'
import { ownOrganisations } from './ClassFields'
import { DateFields } from './DateFields'
import { contentOf, type GrantDraft, missingIn, namedIn } from './draft'
import { grantDrafts } from './local-drafts'
import { ResourceFields } from './ResourceFields'
import { SaveGrant } from './SaveGrant'
import { SubjectFields } from './SubjectFields'
import { sayGrant } from './say-grant'
import { TerritoryFields } from './TerritoryFields'
import { usePreview } from './usePreview'
import { ValueFields } from './ValueFields'

const effects = [
  { value: 'allow', label: '允许', detail: '没有规则允许的，一律不行' },
  { value: 'forbid', label: '禁止', detail: '优先于所有允许' },
] as const

/** A part of the editor: what is there, and how it is changed. */
export interface Editing {
  readonly draft: GrantDraft
  readonly onChange: (part: Partial<GrantDraft>) => void
  /** Somebody wanted to save it: from now on what is missing may be pointed out. */
  readonly tried: boolean
}

/** A rule being written: its sentence, its parts, and what it would change. */
export function DraftEditor({
  me,
  id,
  initial,
  edition,
}: {
  readonly me: Official
  readonly id: string
  readonly initial: GrantDraft
  readonly edition: number
}) {
  const [draft, setDraft] = useState(initial)
  const wide = useWide()
  const [tried, setTried] = useState(false)
  const content = useMemo(() => contentOf(draft), [draft])
  const missing = missingIn(draft)
  // The name changes nobody's rights: what would change can be seen before there is one.
  const askable = missingIn({ ...draft, name: '规则' }).length === 0
  const preview = usePreview(id, askable ? { ...content, name: content.name || '规则' } : undefined)
  const onChange = (part: Partial<GrantDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    grantDrafts.keep({ id, draft: next, edition, by: me.id })
  }
  const editing: Editing = { draft, onChange, tried }
  const usual = ownOrganisations(me)
  // It stays in sight while its parts are chosen.
  const sentence = (
    <Card tone="accent">
      <Stack gap={1}>
        <Text size="small" tone="quiet">
          这条规则说的是
        </Text>
        <Box live="polite">
          <Text size="large" strong>
            {sayGrant(content, namedIn(draft))}
          </Text>
        </Box>
      </Stack>
    </Card>
  )
  return (
    <Stack gap={6}>
      {wide ? null : sentence}
      <Box className="g-split">
        <Stack gap={6} className="g-split__main">
          <Card>
            <Stack gap={4}>
              <TextInput
                label="名称"
                placeholder="如街道统计岗位查看诉求"
                value={draft.name}
                onChange={(name) => onChange({ name })}
                maxLength={60}
                error={tried && draft.name.trim() === '' ? '请给规则起个名称' : undefined}
              />
              <RadioList
                label="允许还是禁止"
                inline
                options={effects}
                value={draft.effect}
                onChange={(effect) => onChange({ effect })}
              />
            </Stack>
          </Card>
          <SubjectFields {...editing} usual={usual} />
          <ActionFields {...editing} />
          <TerritoryFields {...editing} />
          <ResourceFields {...editing} usual={usual} />
          {draft.effect === 'forbid' ? null : <ValueFields {...editing} />}
          <DateFields {...editing} />
        </Stack>
        <Stack gap={6} className="g-split__side g-side">
          {wide ? sentence : null}
          <Section title="会改变什么">
            <Card>
              {askable ? (
                <ChangesPanel preview={preview} />
              ) : (
                <Text tone="quiet">选好操作和地点以后，这里会算出谁多出、谁失去权限。</Text>
              )}
            </Card>
          </Section>
          <SaveGrant
            id={id}
            content={content}
            edition={edition}
            missing={missing}
            preview={preview}
            onTry={() => setTried(true)}
          />
        </Stack>
      </Box>
    </Stack>
  )
}
