import { type Answering, answeringOf, type Form, type FormAnswers, shownControls } from '../../controls'
import { type FileKind, type Instant, type Knowledge, showValue, type Value } from '../../knowledge'
import type { EntitySource, FileStore } from '../controls/control'
import { FilesShown } from '../controls/FilesShown'
import { idsOf } from '../controls/uploads'
import { useEntityName } from '../controls/useEntityName'
import { usePlaceName } from '../controls/usePlaceName'
import type { PlaceSource } from '../domain/place-source'
import { KeyValue } from '../primitives/List'
import { Stack } from '../primitives/Stack'
import { Heading, Text } from '../primitives/Text'
import { valueAt } from './draft'

export interface AnswersViewProps {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly answers: FormAnswers
  readonly places: PlaceSource
  readonly entities?: EntitySource | undefined
  /** Where its files are looked at; absent: they are only counted. */
  readonly files?: Pick<FileStore, 'open' | 'stamp'> | undefined
  readonly now: Instant
}

/** A form as it was filled in, to read: what was answered, in the form's order, by subject. */
export function AnswersView({ knowledge, form, answers, places, entities, files, now }: AnswersViewProps) {
  const shown = shownControls(knowledge, form, answers, now).flatMap(({ control, subject = '', index }) => {
    const answering = answeringOf(knowledge, control)
    const value = valueAt(answers, { subject, index, control: control.id })
    return value === undefined ? [] : [{ control, subject, index, answering, value }]
  })
  const parts = form.subjects.flatMap(({ key, name, many }) => {
    const indices = [...new Set(shown.filter(({ subject }) => subject === key).map(({ index }) => index))]
    return indices.map((index) => ({
      key: `${key} ${index}`,
      name: many === undefined ? name : `${name} ${index + 1}`,
      rows: shown.filter((one) => one.subject === key && one.index === index),
    }))
  })
  if (parts.length === 0) return <Text tone="quiet">什么都没有填。</Text>
  return (
    <Stack gap={4}>
      {parts.map(({ key, name, rows }) => (
        <Stack key={key} gap={1}>
          <Heading level={3}>{name}</Heading>
          <KeyValue
            rows={rows.map(({ control, answering, value }) => ({
              key: control.label,
              value:
                control.kind === 'place' && typeof value === 'string' ? (
                  <PlaceWords places={places} id={value} />
                ) : control.kind === 'entity' && typeof value === 'string' ? (
                  <EntityWords entities={entities} id={value} />
                ) : answering?.value.type === 'file' && files !== undefined ? (
                  <FilesShown label={control.label} files={filesIn(value, answering.value.of)} store={files} />
                ) : (
                  wordsFor(answering, value)
                ),
            }))}
          />
        </Stack>
      ))}
    </Stack>
  )
}

const filesIn = (value: Value, kind: FileKind) => idsOf(value).map((id) => ({ id, kind }))

const wordsFor = (answering: Answering | undefined, value: Value): string =>
  answering === undefined ? (value === true ? '同意' : String(value)) : showValue(answering, value)

function PlaceWords({ places, id }: { readonly places: PlaceSource; readonly id: string }) {
  return <>{usePlaceName(places, id) ?? '正在读取…'}</>
}

function EntityWords({ entities, id }: { readonly entities: EntitySource | undefined; readonly id: string }) {
  return <>{useEntityName(entities, id) ?? '已选择'}</>
}
