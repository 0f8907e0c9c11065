import type { Form, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Button, RadioList, Select, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import type { FormAction } from './builder-state'
import { CardsField } from './CardsField'
import { choicesFrom, originWords, subjectOf } from './subjects'

/** One of those a form is about: what they are called, and whether there may be several. */
export function SubjectPanel({
  knowledge,
  form,
  subject,
  problems,
  dispatch,
  onRemove,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly subject: Subject
  readonly problems: readonly string[]
  readonly dispatch: (action: FormAction) => void
  readonly onRemove: () => void
}) {
  const reached = subject.is.by === 'relation'
  const own = subject.is.by === 'own'
  return (
    <Stack gap={4}>
      <Text size="small" tone="quiet">
        {originWords(knowledge, form, subject)}
      </Text>
      <TextInput
        label="在表单里叫什么"
        hint="填的人看到的小标题，例如“要体检的老人”"
        maxLength={20}
        value={subject.name}
        error={problems[0]}
        onChange={(name) => dispatch({ do: 'changeSubject', key: subject.key, name })}
      />
      {(reached && subject.kind !== 'place') || own ? (
        <CardsField
          unit={subject.kind === 'person' ? '位' : '份'}
          many={subject.many}
          onChange={(many) => dispatch({ do: 'changeSubject', key: subject.key, many })}
        />
      ) : null}
      {reached || own ? (
        <Button variant="text-danger" icon="trash" onPress={onRemove}>
          移除，连同问到的内容
        </Button>
      ) : null}
    </Stack>
  )
}

/** Somebody else the form is about, found by what they are to somebody who is already there. */
export function AddSubjectPanel({
  knowledge,
  form,
  dispatch,
  onAdded,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly dispatch: (action: FormAction) => void
  readonly onAdded: (key: string) => void
}) {
  const sources = form.subjects.filter((one) => one.kind === 'person' || one.kind === 'organisation')
  const [of, setOf] = useState(sources[0]?.key)
  const [chosen, setChosen] = useState<string>()
  const source = sources.find((one) => one.key === of)
  const choices = source ? choicesFrom(knowledge, form, source) : []
  const choice = choices.find((one) => one.value === chosen)
  return (
    <Stack gap={4}>
      {sources.length > 1 ? (
        <Select
          label="谁的"
          options={sources.map((one) => ({ value: one.key, label: one.name }))}
          value={of}
          onChange={(key) => {
            setOf(key)
            setChosen(undefined)
          }}
        />
      ) : null}
      <RadioList
        label={`是${source?.name ?? '申请人'}的什么人，或什么物、什么单位`}
        options={choices.map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        full
        disabled={!choice}
        onPress={() => {
          if (!choice || !source) return
          const subject = subjectOf(choice, source.key)
          dispatch({ do: 'addSubject', subject })
          onAdded(subject.key)
        }}
      >
        加到表单里
      </Button>
    </Stack>
  )
}
