import type { Control, Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Icon, Pressable, Row, Tag, Text } from '@zmht/shared/ui'
import { blockOf } from './arrange'
import { readComputation, sayComputation } from './computation'
import { controlWords } from './control-words'
import { ProblemLines } from './ProblemLines'
import { sayExpression, sayRule } from './rule-words'
import type { BuilderProblem } from './useFormBuilder'

export interface Fold {
  readonly folded: boolean
  /** How many stand in it, and how many of them have problems. */
  readonly count: number
  readonly wrong: number
  readonly onToggle: () => void
}

/** One control on the canvas: what it asks of whom, its rules in words, what is wrong with it, and the way up and down. */
export function ControlRow({
  knowledge,
  form,
  control,
  index,
  on,
  problems,
  known,
  fold,
  onPress,
  onMove,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly index: number
  readonly on: boolean
  readonly problems: readonly BuilderProblem[]
  /** 「约 82% 会预填」. */
  readonly known: string | undefined
  /** For what holds others. */
  readonly fold: Fold | undefined
  readonly onPress: () => void
  readonly onMove: (to: number) => void
}) {
  const name = control.label || controlWords[control.kind]
  const subject = form.subjects.find((one) => one.key === control.binding?.subject)
  const size = blockOf(form.controls, control.id).size
  return (
    <Box className={on ? 'g-row g-row--on' : 'g-row'}>
      {fold ? (
        <Pressable
          className="g-row__move"
          label={`${fold.folded ? '展开' : '收起'}“${name}”`}
          expanded={!fold.folded}
          onPress={fold.onToggle}
        >
          <Icon name={fold.folded ? 'chevron' : 'down'} />
        </Pressable>
      ) : null}
      <Pressable className="g-row__main" pressed={on} onPress={onPress}>
        <Row gap={2} wrap>
          <Text inline strong size={control.kind === 'section' ? 'large' : 'body'}>
            {name}
          </Text>
          {control.requiredWhen !== undefined ? (
            <Tag>看情况必填</Tag>
          ) : control.required && control.kind !== 'consent' ? (
            <Tag>必填</Tag>
          ) : null}
          {known ? <Tag tone="accent">{known}</Tag> : null}
        </Row>
        <Text size="small" tone="quiet">
          {[
            subject?.name,
            controlWords[control.kind],
            fold?.folded ? `收起了 ${fold.count} 项` : undefined,
            control.binding && 'own' in control.binding ? '自己的问题' : undefined,
          ]
            .filter((one) => one !== undefined)
            .join(' · ')}
        </Text>
        {rulesOf(knowledge, form, control).map((says) => (
          <Text key={says} size="small" tone="accent">
            {says}
          </Text>
        ))}
        <ProblemLines
          // Here it is plain which control is meant.
          problems={problems.map(({ message }) => ({ message: message.replace(/^控件“.*?”：/, '') }))}
        />
        {fold?.folded && fold.wrong > 0 ? (
          <ProblemLines problems={[{ message: `里面有 ${fold.wrong} 处要改` }]} />
        ) : null}
      </Pressable>
      <Box className="g-row__moves">
        <Pressable
          className="g-row__move"
          label={`上移${name}`}
          disabled={index === 0}
          onPress={() => onMove(index - 1)}
        >
          <Icon name="up" />
        </Pressable>
        <Pressable
          className="g-row__move"
          label={`下移${name}`}
          disabled={index + size >= form.controls.length}
          onPress={() => onMove(index + 1)}
        >
          <Icon name="down" />
        </Pressable>
      </Box>
    </Box>
  )
}

/** The rules of a control, each as a sentence. */
function rulesOf(knowledge: Knowledge, form: Form, control: Control): readonly string[] {
  const { showWhen, requiredWhen, constraints, offer, compute } = control
  const computation = compute === undefined ? undefined : readComputation(compute)
  return [
    ...(showWhen === undefined ? [] : [`${sayRule(knowledge, form, showWhen)}时才显示`]),
    ...(requiredWhen === undefined ? [] : [`${sayRule(knowledge, form, requiredWhen)}时必填`]),
    ...(constraints ?? []).map((one) => `核对：${sayRule(knowledge, form, one.must) || '还没有设条件'}`),
    ...(offer ? [`选项随别的回答变化（${offer.when.length} 组）`] : []),
    ...(compute === undefined
      ? []
      : [`算法：${computation ? sayComputation(form, computation) : sayExpression(form, compute)}`]),
  ]
}
