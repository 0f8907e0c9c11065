import { validateAnswers } from '@zmht/shared/controls'
import { Button, Card, Heading, KeyValue, Notice, Row, Stack, Text, usePlaceName } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { type LiveForm, Preview } from './Preview'
import { type SaidPart, sayWhatIsWritten } from './say-patch'

/** The form filled in by the official as if in earnest, with everything it checks; in the end what would be written. Nothing is saved. */
export function TryOut(live: LiveForm) {
  const { knowledge, form, tried } = live
  const [step, setStep] = useState<'fill' | 'checked' | 'written'>('fill')
  const { answers } = tried.draft
  const problems =
    step === 'checked' ? validateAnswers(knowledge, form, answers, { at: tried.now, prefilled: tried.prefill }) : []
  const submit = () => {
    const wrong = validateAnswers(knowledge, form, answers, { at: tried.now, prefilled: tried.prefill })
    setStep(wrong.length > 0 ? 'checked' : 'written')
  }
  const begin = (act: () => void) => () => {
    act()
    setStep('fill')
  }
  if (step === 'written') {
    return (
      <Written
        parts={sayWhatIsWritten(knowledge, form, answers, tried.now)}
        onBack={() => setStep('fill')}
        onClear={begin(tried.clear)}
      />
    )
  }
  return (
    <Stack gap={3}>
      <Text size="small" tone="quiet">
        像真的一样填一遍，条件、核对和计算都是真的。只是试填，什么都不会保存。
      </Text>
      <Row gap={2} wrap>
        <Button variant="quiet" onPress={begin(tried.asKnown)}>
          换成已有资料的
        </Button>
        <Button variant="quiet" onPress={begin(tried.fill)}>
          空着的填上示例
        </Button>
        <Button variant="text" onPress={begin(tried.clear)}>
          清空
        </Button>
      </Row>
      {problems.length > 0 ? (
        <Notice tone="danger" title={`还有 ${problems.length} 处不对`}>
          填的人会在每一项下面看到要怎样改。
        </Notice>
      ) : null}
      <Preview
        {...live}
        problems={problems}
        foot={
          <Button full onPress={submit}>
            提交试试
          </Button>
        }
      />
    </Stack>
  )
}

function Written({
  parts,
  onBack,
  onClear,
}: {
  readonly parts: readonly SaidPart[]
  readonly onBack: () => void
  readonly onClear: () => void
}) {
  return (
    <Stack gap={3} as="section" label="这会写入">
      <Stack gap={1}>
        <Heading level={3}>这会写入</Heading>
        <Text size="small" tone="quiet">
          真的提交时会这样记录。刚才只是试填，什么都没有保存。
        </Text>
      </Stack>
      {parts.length === 0 ? <Text tone="quiet">什么都没有填，不会写入任何资料。</Text> : null}
      {parts.map((part) => (
        <Card key={`${part.title} ${part.note}`}>
          <Stack gap={1}>
            <Text strong>{part.title}</Text>
            <Text size="small" tone="quiet">
              {part.note}
            </Text>
            <KeyValue
              rows={part.lines.map(({ label, text, place }, at) => ({
                key: label || String(at + 1),
                value: place === undefined ? text : <PlaceName id={place} />,
              }))}
            />
          </Stack>
        </Card>
      ))}
      <Row gap={2} wrap>
        <Button variant="quiet" onPress={onBack}>
          回去接着填
        </Button>
        <Button variant="text" onPress={onClear}>
          清空重来
        </Button>
      </Row>
    </Stack>
  )
}

function PlaceName({ id }: { readonly id: string }) {
  const name = usePlaceName(places, id)
  return <Text inline>{name ?? '正在读取…'}</Text>
}
