import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Card, EmptyState, Notice, Section, Stack, TextArea, TextInput } from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { AddChange } from './AddChange'
import { ChangeCard } from './ChangeCard'
import { CheckCard } from './CheckCard'
import { changeTitle } from './change-title'
import { type Draft, mostChanges, type NewChange, stepsOf, withAdded, withChanged, withoutChange } from './draft'
import type { Prose } from './prose'
import { SubmitRevision } from './SubmitRevision'
import { knowledgeWith } from './say-change'
import { useDraft } from './useDraft'

/** A revision being written: what it is for, its changes, what they would affect. */
export function DraftEditor({
  id,
  by,
  initial,
  opened,
  proposed,
  knowledge,
  prose,
}: {
  readonly id: string
  readonly by: string
  readonly initial: Draft
  /** The key of the change that stands open at first. */
  readonly opened: string | undefined
  readonly proposed: boolean
  readonly knowledge: Knowledge
  readonly prose: Prose
}) {
  const { draft, setDraft } = useDraft({ id, initial, proposed, by })
  const [open, setOpen] = useState(opened)
  const [removed, setRemoved] = useState<{ readonly title: string; readonly before: Draft }>()
  const [tried, setTried] = useState(false)
  const steps = useMemo(() => stepsOf(knowledge, prose, draft), [knowledge, prose, draft])
  const changes = useMemo(() => steps.flatMap((step) => step.changes), [steps])
  const after = useMemo(() => knowledgeWith(knowledge, changes), [knowledge, changes])
  const ready = changes.length > 0 && steps.every(({ problems }) => problems.length === 0)
  const untitled = draft.title.trim() === ''
  const unexplained = draft.reason.trim() === ''
  const missing = [
    ...(untitled ? ['请写标题'] : []),
    ...(unexplained ? ['请写理由'] : []),
    ...(draft.changes.length === 0 ? ['请至少写一处改动'] : []),
    ...(draft.changes.length > 0 && !ready ? ['有的改动还没写完，请按里面的提示补上'] : []),
    ...(changes.length > mostChanges ? [`一次最多改 ${mostChanges} 处，请分成两份`] : []),
  ]
  const add = (change: NewChange) => {
    const next = withAdded(draft, change)
    setDraft(next)
    setOpen(next.changes.at(-1)?.key)
  }
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        <Card>
          <Stack gap={4}>
            <TextInput
              label="标题"
              placeholder="如增加老人上楼方式"
              value={draft.title}
              onChange={(title) => setDraft({ ...draft, title })}
              maxLength={40}
              error={tried && untitled ? '请写标题' : undefined}
            />
            <TextArea
              label="理由"
              hint="为什么要改，谁会用到，审核人员会看"
              value={draft.reason}
              onChange={(reason) => setDraft({ ...draft, reason })}
              maxLength={500}
              error={tried && unexplained ? '请写理由' : undefined}
            />
          </Stack>
        </Card>
        <Section title={`改动（${draft.changes.length}）`}>
          {draft.changes.length === 0 ? (
            <Card>
              <EmptyState icon="edit" title="还没有改动" detail="在下面选要做什么，一份修订可以改好几处。" />
            </Card>
          ) : null}
          {draft.changes.map((change, index) => {
            const step = steps[index]
            return step === undefined ? null : (
              <ChangeCard
                key={change.key}
                change={change}
                step={step}
                open={open === change.key}
                onToggle={() => setOpen(open === change.key ? undefined : change.key)}
                onChange={(changed) => setDraft(withChanged(draft, changed))}
                onRemove={() => {
                  setRemoved({ title: changeTitle(step.before, change), before: draft })
                  setDraft(withoutChange(draft, change.key))
                }}
              />
            )
          })}
          {removed === undefined ? null : (
            <Notice
              title={`已去掉：${removed.title}`}
              action={
                <Button
                  variant="text"
                  icon="undo"
                  onPress={() => {
                    setDraft({ ...draft, changes: removed.before.changes })
                    setRemoved(undefined)
                  }}
                >
                  撤销
                </Button>
              }
            />
          )}
        </Section>
        <AddChange
          knowledge={after}
          prose={prose}
          onAdd={(change) => {
            setRemoved(undefined)
            add(change)
          }}
        />
      </Stack>
      <Stack gap={6} className="g-split__side g-side">
        <CheckCard knowledge={knowledge} changes={changes} ready={ready} />
        <SubmitRevision
          id={id}
          title={draft.title}
          reason={draft.reason}
          changes={changes}
          missing={missing}
          proposed={proposed}
          onTry={() => setTried(true)}
        />
      </Stack>
    </Box>
  )
}
