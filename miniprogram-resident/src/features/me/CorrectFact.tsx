import type { BodyOf, Contract, FactReply } from '@zmht/shared/contract'
import type { Attribute } from '@zmht/shared/knowledge'
import { AttributeField, Button, correctionOf, ProblemNotice, Sheet, Stack, Text, valueBefore } from '@zmht/shared/ui'
import { useState } from 'react'
import { entities, places, wechatPhone } from '@/lib/api'
import { inWechat } from '@/lib/wechat'

type Facts = BodyOf<Contract['ledgers']['tell']>['facts']

const around = { places, startIn: undefined, entities, ...(inWechat ? { wechatPhone } : {}) }

/** One fact put right by whom it is about, with the control that fits it. */
export function CorrectFact({
  fact,
  attribute,
  tell,
  onClose,
}: {
  readonly fact: FactReply
  readonly attribute: Attribute
  /** Throws what stood in the way: it is said here, and what was typed stays. */
  readonly tell: (facts: Facts) => Promise<void>
  readonly onClose: () => void
}) {
  const [value, setValue] = useState(() => valueBefore(attribute, fact))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const corrected = correctionOf(attribute, value)
  const save = async () => {
    setTried(true)
    setError(undefined)
    if (!corrected.ok || busy) return
    setBusy(true)
    try {
      await tell(corrected.facts)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={`更正${fact.label}`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void save()}>
            保存
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text tone="quiet">{`现在是“${fact.text}”（来自${fact.source}）。需要社区核对的，核对以后才会改过来。`}</Text>
        <AttributeField
          attribute={attribute}
          value={value}
          error={tried && !corrected.ok ? corrected.message : undefined}
          around={around}
          required
          onChange={setValue}
        />
      </Stack>
    </Sheet>
  )
}
