import { type EntityReply, type FactReply, mintStepKey } from '@zmht/shared/contract'
import type { Attribute } from '@zmht/shared/knowledge'
import { CorrectionSheet, toast } from '@zmht/shared/ui'
import { useRef } from 'react'
import { api, places } from '@/lib/api'
import { waitsNow } from './waits-now'

const around = { places, startIn: undefined }

/** One fact put right by an official. What was said before stays on record. */
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
  /** The same words sent again are the same step; other words are another. */
  const step = useRef({ words: '', key: '' })
  return (
    <CorrectionSheet
      fact={fact}
      attribute={attribute}
      around={around}
      note={`现在登记的：${fact.text}（来自${fact.source}）。更正后，原来的仍留在来历里。`}
      confirm="保存更正"
      correct={async (facts) => {
        const words = JSON.stringify(facts)
        if (step.current.words !== words) step.current = { words, key: mintStepKey() }
        const next = await api.ledgers.correct({
          params: { entityId: entity.id },
          body: { key: step.current.key, facts, links: [] },
        })
        toast(
          waitsNow(fact.attribute, entity, next)
            ? `已记下，${fact.label}有不同说法，核对后采用`
            : `已更新${fact.label}，各台账里都会一起变`,
        )
        onCorrected(next)
      }}
      onClose={onClose}
    />
  )
}
