import { type ReactNode, useRef, useState } from 'react'
import {
  type AnswerProblem,
  answeringOf,
  type Form,
  type FormState,
  type Prefill,
  type ShownControl,
  type Subject,
  shapeOf,
  shownControls,
  stateOf,
} from '../../controls'
import type { EntityId, Knowledge, Value } from '../../knowledge'
import type { FormSurroundings } from '../controls/control'
import { MatrixRows } from '../controls/Matrix'
import { controlRenderers } from '../controls/registry'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Card } from '../primitives/Card'
import { RadioList } from '../primitives/Choice'
import { Row, Stack } from '../primitives/Stack'
import { Notice } from '../primitives/States'
import { Heading, Text } from '../primitives/Text'
import {
  type AnswerPlace,
  addCard,
  answer,
  chooseEntity,
  confirmAll,
  confirmation,
  type FormDraft,
  knownAt,
  markOf,
  removeCard,
  valueAt,
} from './draft'
import { KnownRow } from './KnownRow'

export interface FormViewProps {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly prefill: Prefill
  readonly draft: FormDraft
  readonly onChange: (draft: FormDraft) => void
  /** What `validateAnswers` or the server found wrong. */
  readonly problems: readonly AnswerProblem[]
  readonly around: FormSurroundings
  readonly now: string
  /** What is known is of others: whoever fills it in did not say it before. */
  readonly ofOthers?: boolean
}

/** The id of one answer on the page, to bring it into sight. */
export function answerAnchor(place: AnswerPlace): string {
  return `answer-${markOf(place).replace(/\./g, '-')}`
}

/**
 * A form of digital controls: what is known is shown as such with its source and age and confirmed in one tap, everything else is
 * an input; subjects follow one another, repeated ones as cards.
 */
export function FormView(props: FormViewProps) {
  const { knowledge, form, prefill, draft, onChange, now, ofOthers = false } = props
  const { known, open } = confirmation(knowledge, form, draft, prefill, now)
  const state = stateOf(shapeOf(knowledge, form), draft.answers, now)
  return (
    <Box className="z-form">
      {known > 0 ? (
        open > 0 ? (
          <Notice title={ofOthers ? `已填好 ${known} 项` : `已为您填好 ${known} 项`}>
            <Stack gap={3}>
              <Text>
                {ofOthers
                  ? '这些是以前登记过的，不用再填一遍。核对一下，有变化的点“修改”。'
                  : '这些是您以前填过的，不用再填一遍。看一看，有变化的点“修改”。'}
              </Text>
              <Button icon="check" onPress={() => onChange(confirmAll(knowledge, form, draft, prefill, now))}>
                都对，一键确认
              </Button>
            </Stack>
          </Notice>
        ) : (
          <Notice title={`已填好的 ${known} 项您都确认了`} />
        )
      ) : null}
      {partsOf(props).map((part) => (
        <FormPart key={part.key} part={part} state={state} {...props} />
      ))}
    </Box>
  )
}

/** One subject's run of controls, or loose explanations between them. */
interface Part {
  readonly key: string
  readonly subject: Subject | undefined
  /** The cards of a repeated subject; one for a single subject. */
  readonly cards: readonly { readonly index: number; readonly controls: readonly ShownControl[] }[]
}

/** The part of consents, which belong to no subject's run; `.` occurs in no subject's key. */
const agreements = '.agreements'

function partsOf({ knowledge, form, draft, now }: FormViewProps): readonly Part[] {
  const shape = shapeOf(knowledge, form)
  const shown = shownControls(knowledge, form, draft.answers, now)
  const order: string[] = []
  const bySubject = new Map<string, ShownControl[]>()
  for (const one of shown) {
    // An explanation belongs to the part it stands in; before all parts it stands alone.
    const follows =
      one.control.kind === 'consent'
        ? agreements
        : one.subject === undefined
          ? (order.at(-1) ?? '')
          : (shape.repeats.get(one.subject) ?? one.subject)
    const list = bySubject.get(follows)
    if (list) list.push(one)
    else {
      order.push(follows)
      bySubject.set(follows, [one])
    }
  }
  // What is agreed to is said last, when everything it is about has been seen.
  if (order.includes(agreements)) order.push(...order.splice(order.indexOf(agreements), 1))
  // A repeated subject without cards still offers to add one.
  for (const subject of shape.subjects) {
    if (subject.many && !bySubject.has(subject.key)) {
      const end = order.includes(agreements) ? order.length - 1 : order.length
      order.splice(end, 0, subject.key)
    }
  }
  return order.map((key) => {
    const subject = form.subjects.find((one) => one.key === key)
    const controls = bySubject.get(key) ?? []
    const count = subject?.many ? (draft.answers[key]?.length ?? 0) : 1
    return {
      key,
      subject,
      cards: Array.from({ length: count }, (_, index) => ({
        index,
        controls: subject?.many ? controls.filter((one) => one.index === index || one.subject === undefined) : controls,
      })),
    }
  })
}

type PartProps = FormViewProps & { readonly state: FormState }

function FormPart({ part, ...props }: PartProps & { readonly part: Part }) {
  const { knowledge, form, draft, onChange, problems } = props
  const { subject } = part
  const many = subject?.many
  const wholes = problems.filter((problem) => problem.control === '' && problem.subject === subject?.key)
  return (
    <Box as="section" className="z-form__subject" label={subject?.name}>
      {subject ? <Heading level={2}>{subject.name}</Heading> : null}
      {subject && !many ? <WhoIsMeant subject={subject} {...props} /> : null}
      {wholes.map((problem) => (
        <Notice key={problem.message} tone="danger" title={problem.message} />
      ))}
      {part.cards.map((card) =>
        many && subject ? (
          // What a control keeps beside its answer belongs to one card: after one is added or removed all begin anew.
          <Card key={`${card.index} ${part.cards.length}`} label={`${subject.name} ${card.index + 1}`}>
            <Stack gap={4}>
              <Row between>
                <Heading level={3}>{`${subject.name} ${card.index + 1}`}</Heading>
                {part.cards.length > many.min ? (
                  <Button
                    variant="text-danger"
                    icon="trash"
                    label={`删去${subject.name} ${card.index + 1}`}
                    onPress={() => onChange(removeCard(knowledge, form, draft, subject.key, card.index))}
                  >
                    删去
                  </Button>
                ) : null}
              </Row>
              <Answers controls={card.controls} {...props} />
            </Stack>
          </Card>
        ) : (
          <Answers key={card.index} controls={card.controls} {...props} />
        ),
      )}
      {many && subject && part.cards.length < many.max ? (
        <Button variant="quiet" icon="plus" onPress={() => onChange(addCard(knowledge, form, draft, subject.key))}>
          {part.cards.length === 0
            ? `添加${subject.name}`
            : `再添加一${subject.kind === 'person' ? '位' : '份'}${subject.name}`}
        </Button>
      ) : null}
    </Box>
  )
}

const somebodyNew = 'new'

/** When more than one is known who could be meant (two parents), the person says which, or that it is somebody new. */
function WhoIsMeant({ subject, ...props }: FormViewProps & { readonly subject: Subject }) {
  const { knowledge, form, draft, prefill, onChange } = props
  const candidates = prefill[subject.key]?.[0]?.candidates ?? []
  if (candidates.length < 2) return null
  const meant = draft.answers[subject.key]?.[0]?.entity
  const choose = (entity: EntityId | undefined) =>
    onChange(chooseEntity(knowledge, form, draft, prefill, subject.key, entity))
  return (
    <RadioList
      label={`这次是哪一${subject.kind === 'person' ? '位' : '个'}`}
      inline
      options={[
        ...candidates.map(({ entity, name }) => ({ value: entity as string, label: name })), // an id is a text to the list
        { value: somebodyNew, label: subject.kind === 'person' ? '另一位' : '另一个' },
      ]}
      value={meant ?? somebodyNew}
      onChange={(value) => choose(candidates.find(({ entity }) => entity === value)?.entity)}
    />
  )
}

/** Something on the screen: one control, or a matrix with its rows. */
interface Shown {
  readonly one: ShownControl
  readonly rows: readonly ShownControl[]
}

function withRows(controls: readonly ShownControl[]): readonly Shown[] {
  const matrices = new Set(controls.flatMap(({ control }) => (control.kind === 'matrix' ? [control.id] : [])))
  const isRow = ({ control }: ShownControl): boolean => control.within !== undefined && matrices.has(control.within)
  return controls
    .filter((one) => !isRow(one))
    .map((one) => ({
      one,
      rows:
        one.control.kind === 'matrix'
          ? controls.filter((row) => isRow(row) && row.control.within === one.control.id)
          : [],
    }))
}

function Answers({ controls, ...props }: PartProps & { readonly controls: readonly ShownControl[] }) {
  const { knowledge, state, draft, prefill, onChange, problems, around, now } = props
  const [editing, setEditing] = useState<readonly string[]>([])
  const newest = useRef(draft)
  newest.current = draft
  const output: ReactNode[] = []
  let known: ReactNode[] = []
  const flush = (key: string) => {
    if (known.length === 0) return
    output.push(
      <Card key={`known-${key}`} flush>
        {known}
      </Card>,
    )
    known = []
  }
  const errorAt = (place: AnswerPlace) =>
    problems.find(
      (problem) =>
        problem.control === place.control && problem.subject === place.subject && problem.index === place.index,
    )?.message
  const say = (place: AnswerPlace, value: Value | undefined) => {
    const mark = markOf(place)
    setEditing((before) => (before.includes(mark) ? before : [...before, mark]))
    // An upload may end after other answers were given: it is added to those, not to what was there when it began.
    newest.current = answer(newest.current, place, value)
    onChange(newest.current)
  }
  const inputOf = ({ control, subject = '', index, required }: ShownControl) => {
    const place = { subject, index, control: control.id }
    return {
      control,
      required,
      answering: answeringOf(knowledge, control),
      items: state.offered(control, index),
      value:
        subject === ''
          ? undefined
          : control.kind === 'computed'
            ? state.answerAt(control, index)
            : valueAt(draft.answers, place),
      onChange: (value: Value | undefined) => say(place, value),
      error: errorAt(place),
      around,
    }
  }
  for (const { one, rows } of withRows(controls)) {
    const { control, subject = '', index } = one
    const place = { subject, index, control: control.id }
    const mark = markOf(place)
    const isOpen = subject === '' || control.kind === 'computed' || editing.includes(mark) || errorAt(place)
    const fact = isOpen ? undefined : knownAt(draft, prefill, place)
    if (fact) {
      known.push(
        <KnownRow
          key={mark}
          control={control}
          answering={answeringOf(knowledge, control)}
          fact={fact}
          confirmed={draft.confirmed.includes(mark)}
          places={around.places}
          files={around.files}
          now={now}
          line={known.length > 0}
          onEdit={() => setEditing([...editing, mark])}
        />,
      )
      continue
    }
    flush(mark)
    const Renderer = controlRenderers[control.kind]
    output.push(
      <Box key={mark} id={answerAnchor(place)}>
        <Renderer {...inputOf(one)} />
        {rows.length > 0 ? <MatrixRows label={control.label} rows={rows.map(inputOf)} /> : null}
      </Box>,
    )
  }
  flush('end')
  return <Stack gap={4}>{output}</Stack>
}
