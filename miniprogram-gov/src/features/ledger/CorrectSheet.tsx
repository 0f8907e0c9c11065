import { type EntityReply, type FactReply, mintStepKey } from '@zmht/shared/contract'
import type { Attribute } from '@zmht/shared/knowledge'
import {
  AttributeField,
  Button,
  correctionOf,
  ProblemNotice,
  Sheet,
  Stack,
  Text,
  toast,
  valueBefore,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api, places } from '@/lib/api'
import { waitsNow } from './waits-now'

const around = { places, startIn: undefined }

/** One fact put right with the control that fits it. What was said before stays on record. */
export function CorrectSheet({
  entity,
  fact,
  attribute,
  onCorrected,
  onClose,
}: {
  readonly entity: EntityReply
  readonly fact: FactReply
  readonly attribute: Attribute
  readonly onCorrected: (entity: EntityReply) => void
  readonly onClose: () => void
}) {
  const [value, setValue] = useState(() => valueBefore(attribute, fact))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** The same words sent again are the same step; other words are another. */
  const step = useRef({ words: '', key: '' })
  const corrected = correctionOf(attribute, value)
  const save = async () => {
    setTried(true)
    setError(undefined)
    if (!corrected.ok || busy) return
    const words = JSON.stringify(corrected.facts)
    if (step.current.words !== words) step.current = { words, key: mintStepKey() }
    setBusy(true)
    try {
      const next = await api.ledgers.correct({
        params: { entityId: entity.id },
        body: {
          key: step.current.key,
          facts: corrected.facts,
          links: [],
        },
      })
      toast(
        waitsNow(fact.attribute, entity, next)
          ? `已记下，${fact.label}有不同说法，核对后采用`
          : `已更新${fact.label}，各台账里都会一起变`,
      )
      onCorrected(next)
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
            保存更正
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <Text tone="quiet">{`现在登记的：${fact.text}（来自${fact.source}）。更正后，原来的仍留在来历里。`}</Text>
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
