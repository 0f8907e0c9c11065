import type { Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Pressable, Row, Section, Stack, Tag, Text } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { blockOf, depthOf, dropPosition, isContainer } from './arrange'
import { ControlRow } from './ControlRow'
import { MovableRow } from './MovableRow'
import { ProblemLines } from './ProblemLines'
import type { Selection } from './selection'
import { originWords } from './subjects'
import type { BuilderProblem } from './useFormBuilder'

/** The form as it is put together: what it belongs to, whom it is about, its controls in order, each with what is wrong with it. */
export function Canvas({
  knowledge,
  form,
  problems,
  selected,
  known,
  basics,
  head,
  onSelect,
  onMove,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly problems: readonly BuilderProblem[]
  readonly selected: Selection | undefined
  /** What is told of a control's being prefilled. */
  readonly known: (id: string) => string | undefined
  /** What it belongs to, as it stands on its card; absent: a form alone. */
  readonly basics?: ReactNode
  /** Stands above the questions. */
  readonly head?: ReactNode
  readonly onSelect: (selection: Selection) => void
  readonly onMove: (id: string, to: number) => void
}) {
  const { controls } = form
  const [folded, setFolded] = useState<readonly string[]>([])
  const hidden = new Set(
    folded
      .filter((id) => !isInside(controls, id, selected))
      .flatMap((id) => [...blockOf(controls, id)].filter((one) => one !== id)),
  )
  const foldOf = (id: string) => {
    const inside = blockOf(controls, id)
    return {
      folded: folded.includes(id),
      count: inside.size - 1,
      wrong: problems.filter((one) => one.control !== undefined && one.control !== id && inside.has(one.control))
        .length,
      onToggle: () => setFolded(folded.includes(id) ? folded.filter((one) => one !== id) : [...folded, id]),
    }
  }
  return (
    <Stack gap={6}>
      {basics}
      <Section
        title="这张表关于谁"
        action={
          <Button variant="text" icon="plus" onPress={() => onSelect({ at: 'new-subject' })}>
            添加
          </Button>
        }
      >
        <Box className="g-subjects">
          {form.subjects.map((subject) => (
            <SubjectChip
              key={subject.key}
              knowledge={knowledge}
              form={form}
              subject={subject}
              on={selected?.at === 'subject' && selected.key === subject.key}
              wrong={problems.some((problem) => problem.subject === subject.key)}
              onPress={() => onSelect({ at: 'subject', key: subject.key })}
            />
          ))}
        </Box>
        <ProblemLines problems={problems.filter((problem) => problem.subject !== undefined)} />
      </Section>
      <Section title="填写内容">
        <ProblemLines
          problems={problems.filter(
            (one) => one.basic === undefined && one.subject === undefined && one.control === undefined,
          )}
        />
        {head}
        {controls.length === 0 ? (
          <Text tone="quiet">还没有内容。从“添加内容”里选要问的事。</Text>
        ) : (
          <Box as="ol" role="list" label="填写内容" className="g-canvas">
            {controls.map((control, index) =>
              hidden.has(control.id) ? null : (
                <MovableRow
                  key={control.id}
                  index={index}
                  depth={depthOf(controls, control)}
                  onDrop={(id) => onMove(id, dropPosition(controls, id, index))}
                  id={control.id}
                >
                  <ControlRow
                    knowledge={knowledge}
                    form={form}
                    control={control}
                    index={index}
                    on={selected?.at === 'control' && selected.id === control.id}
                    problems={problems.filter((problem) => problem.control === control.id)}
                    known={known(control.id)}
                    fold={isContainer(control) ? foldOf(control.id) : undefined}
                    onPress={() => onSelect({ at: 'control', id: control.id })}
                    onMove={(to) => onMove(control.id, to)}
                  />
                </MovableRow>
              ),
            )}
          </Box>
        )}
      </Section>
    </Stack>
  )
}

/** What is being looked at is not folded away. */
function isInside(controls: Form['controls'], id: string, selected: Selection | undefined): boolean {
  return selected?.at === 'control' && selected.id !== id && blockOf(controls, id).has(selected.id)
}

function SubjectChip({
  knowledge,
  form,
  subject,
  on,
  wrong,
  onPress,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly subject: Subject
  readonly on: boolean
  readonly wrong: boolean
  readonly onPress: () => void
}) {
  return (
    <Pressable className={on ? 'g-block g-block--small g-block--on' : 'g-block g-block--small'} onPress={onPress}>
      <Row gap={2}>
        <Text inline strong tone={wrong ? 'danger' : 'ink'}>
          {subject.name || '还没有名称'}
        </Text>
        {subject.many ? <Tag>可多位</Tag> : null}
      </Row>
      <Text size="small" tone="quiet">
        {originWords(knowledge, form, subject)}
      </Text>
    </Pressable>
  )
}
