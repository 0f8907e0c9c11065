import { type ReactNode, useState } from 'react'
import type { AnswerProblem, Form, Prefill, Subject } from '../../controls'
import { type ShownControl, shownControls } from '../../controls'
import { shapeOf } from '../../controls/shape'
import { controlRenderers } from '../controls/registry'
import type { PathStep, PlaceSource } from '../domain/place-source'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { Card } from '../primitives/Card'
import { Row, Stack } from '../primitives/Stack'
import { Notice } from '../primitives/States'
import { Heading, Text } from '../primitives/Text'
import {
  type AnswerPlace,
  addCard,
  answer,
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
  readonly form: Form
  readonly prefill: Prefill
  readonly draft: FormDraft
  readonly onChange: (draft: FormDraft) => void
  /** What `validateAnswers` or the server found wrong. */
  readonly problems: readonly AnswerProblem[]
  readonly places: PlaceSource
  /** Where place pickers open: the home's lineage. */
  readonly startIn?: readonly PathStep[] | undefined
  readonly now: string
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
  const { form, prefill, draft, onChange } = props
  const { known, open } = confirmation(form, draft, prefill)
  return (
    <Box className="z-form">
      {known > 0 ? (
        open > 0 ? (
          <Notice title={`已为您填好 ${known} 项`}>
            <Stack gap={3}>
              <Text>这些是您以前填过的，不用再填一遍。看一看，有变化的点“修改”。</Text>
              <Button icon="check" onPress={() => onChange(confirmAll(form, draft, prefill))}>
                都对，一键确认
              </Button>
            </Stack>
          </Notice>
        ) : (
          <Notice title={`已填好的 ${known} 项您都确认了`} />
        )
      ) : null}
      {partsOf(form, draft).map((part) => (
        <FormPart key={part.key} part={part} {...props} />
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

function partsOf(form: Form, draft: FormDraft): readonly Part[] {
  const shape = shapeOf(form)
  const shown = shownControls(form, draft.answers)
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

function FormPart({ part, ...props }: FormViewProps & { readonly part: Part }) {
  const { form, draft, onChange, problems } = props
  const { subject } = part
  const many = subject?.many
  const wholes = problems.filter((problem) => problem.control === '' && problem.subject === subject?.key)
  return (
    <Box as="section" className="z-form__subject" label={subject?.name}>
      {subject ? <Heading level={2}>{subject.name}</Heading> : null}
      {wholes.map((problem) => (
        <Notice key={problem.message} tone="danger" title={problem.message} />
      ))}
      {part.cards.map((card) =>
        many && subject ? (
          <Card key={card.index} label={`${subject.name} ${card.index + 1}`}>
            <Stack gap={4}>
              <Row between>
                <Heading level={3}>{`${subject.name} ${card.index + 1}`}</Heading>
                {part.cards.length > many.min ? (
                  <Button
                    variant="text-danger"
                    icon="trash"
                    label={`删去${subject.name} ${card.index + 1}`}
                    onPress={() => onChange(removeCard(form, draft, subject.key, card.index))}
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
        <Button variant="quiet" icon="plus" onPress={() => onChange(addCard(form, draft, subject.key))}>
          {part.cards.length === 0
            ? `添加${subject.name}`
            : `再添加一${subject.kind === 'person' ? '位' : '份'}${subject.name}`}
        </Button>
      ) : null}
    </Box>
  )
}

function Answers({ controls, ...props }: FormViewProps & { readonly controls: readonly ShownControl[] }) {
  const { draft, prefill, onChange, problems, places, startIn, now } = props
  const [editing, setEditing] = useState<readonly string[]>([])
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
  for (const { control, subject = '', index } of controls) {
    const place = { subject, index, control: control.id }
    const mark = markOf(place)
    const error = problems.find(
      (problem) => problem.control === control.id && problem.subject === subject && problem.index === index,
    )?.message
    const fact = subject === '' || editing.includes(mark) || error ? undefined : knownAt(draft, prefill, place)
    if (fact) {
      known.push(
        <KnownRow
          key={mark}
          control={control}
          fact={fact}
          confirmed={draft.confirmed.includes(mark)}
          places={places}
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
        <Renderer
          control={control}
          value={subject === '' ? undefined : valueAt(draft.answers, place)}
          onChange={(value) => {
            setEditing((before) => (before.includes(mark) ? before : [...before, mark]))
            onChange(answer(draft, place, value))
          }}
          error={error}
          places={places}
          startIn={startIn}
        />
      </Box>,
    )
  }
  flush('end')
  return <Stack gap={4}>{output}</Stack>
}
