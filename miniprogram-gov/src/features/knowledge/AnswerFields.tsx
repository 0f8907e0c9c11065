import { Row, Select, Stack, TextInput } from '@zmht/shared/ui'
import { type Answer, type AnswerKind, answerKindNames, answerProblems, type TextFormat, textFormats } from './answer'

const formatNames: Readonly<Record<TextFormat, string>> = {
  any: '不限',
  digits: '只能是数字',
  letters: '只能是字母、数字和连字符',
  kept: '照原来规定的格式',
}

const decimals = [
  { value: '0', label: '整数' },
  { value: '1', label: '1 位小数' },
  { value: '2', label: '2 位小数' },
  { value: '3', label: '3 位小数' },
  { value: '4', label: '4 位小数' },
  { value: '6', label: '6 位小数' },
] as const

/** How something is answered: chosen, with its limits. Options are `OptionFields`' business. */
export function AnswerFields({
  answer,
  kinds,
  onChange,
}: {
  readonly answer: Answer
  /** The ways to choose from. */
  readonly kinds: readonly AnswerKind[]
  readonly onChange: (answer: Answer) => void
}) {
  const set = (part: Partial<Answer>) => onChange({ ...answer, ...part })
  const problems = answerProblems(answer)
  return (
    <Stack gap={4}>
      <Select
        label="填写方式"
        options={kinds.map((kind) => ({ value: kind, label: answerKindNames[kind] }))}
        value={answer.kind}
        onChange={(kind) => kind !== undefined && set({ kind })}
      />
      {answer.kind === 'text' ? (
        <Row gap={4} top className="g-pair">
          <TextInput
            label="最多多少字"
            kind="number"
            value={answer.max}
            onChange={(max) => set({ max })}
            maxLength={4}
            error={problems.max}
          />
          <Select
            label="能写什么"
            options={textFormats
              .filter((format) => format !== 'kept' || answer.pattern !== '')
              .map((format) => ({ value: format, label: formatNames[format] }))}
            value={answer.format}
            onChange={(format) => set({ format: format ?? 'any' })}
          />
        </Row>
      ) : null}
      {answer.kind === 'number' ? (
        <>
          <Row gap={4} top className="g-pair">
            <TextInput
              label="最小"
              value={answer.least}
              onChange={(least) => set({ least })}
              maxLength={15}
              error={problems.range}
            />
            <TextInput
              label="最大"
              kind="decimal"
              value={answer.most}
              onChange={(most) => set({ most })}
              maxLength={15}
            />
          </Row>
          <Row gap={4} top className="g-pair">
            <TextInput
              label="单位"
              optional
              placeholder="如厘米、人、次/年"
              value={answer.unit}
              onChange={(unit) => set({ unit })}
              maxLength={12}
            />
            <Select
              label="小数"
              options={decimals}
              value={decimals.find(({ value }) => value === answer.decimals)?.value}
              placeholder={`${answer.decimals} 位小数`}
              onChange={(chosen) => chosen !== undefined && set({ decimals: chosen })}
            />
          </Row>
        </>
      ) : null}
    </Stack>
  )
}
