import type { BodyOf, Contract, FactReply } from '@zmht/shared/contract'
import type { Attribute } from '@zmht/shared/knowledge'
import { CorrectionSheet } from '@zmht/shared/ui'
import { entities, places, wechatPhone } from '@/lib/api'
import { inWechat } from '@/lib/wechat'

type Facts = BodyOf<Contract['ledgers']['tell']>['facts']

const around = { places, startIn: undefined, entities, ...(inWechat ? { wechatPhone } : {}) }

/** One fact put right by whom it is about. */
export function CorrectFact({
  fact,
  attribute,
  tell,
  onClose,
}: {
  readonly fact: FactReply
  readonly attribute: Attribute
  /** Throws what stood in the way: it is said there, and what was typed stays. */
  readonly tell: (facts: Facts) => Promise<void>
  readonly onClose: () => void
}) {
  return (
    <CorrectionSheet
      fact={fact}
      attribute={attribute}
      around={around}
      note={`现在是“${fact.text}”（来自${fact.source}）。需要社区核对的，核对以后才会改过来。`}
      confirm="保存"
      correct={tell}
      onClose={onClose}
    />
  )
}
