import type { Knowledge } from '@zmht/shared/knowledge'
import type { LedgerKind } from '@zmht/shared/ledgers'
import type { Fold } from '@zmht/shared/measures'
import { RadioList, Stack, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { PickedField } from '../knowledge/PickedField'
import { PickContentSheet } from '../ledgers/PickContentSheet'
import { ledgerKindWords } from '../ledgers/words'
import { canReckon, type MeasureDraft } from './measure-draft'

/** What is told of the rows of a group: how many, or something of a number each of them has. */
export function FoldEditor({
  kind,
  draft,
  error,
  knowledge,
  onChange,
}: {
  readonly kind: LedgerKind
  readonly draft: MeasureDraft
  readonly error: string | undefined
  readonly knowledge: Knowledge
  readonly onChange: (change: Partial<MeasureDraft>) => void
}) {
  const [picking, setPicking] = useState(false)
  const { fold, of, percent } = draft
  const { unit } = ledgerKindWords[kind]
  const options: readonly { readonly value: Fold['by']; readonly label: string; readonly detail?: string }[] = [
    { value: 'count', label: `有多少${unit}` },
    { value: 'sum', label: '合计', detail: '把一项数加起来' },
    { value: 'average', label: '平均' },
    { value: 'least', label: '最小' },
    { value: 'most', label: '最大' },
    { value: 'percentile', label: '百分位', detail: '例如 90：十个里有九个不超过它' },
  ]
  return (
    <Stack gap={3}>
      <RadioList label="算什么" options={options} value={fold} onChange={(next) => onChange({ fold: next })} />
      {fold === 'count' ? null : (
        <PickedField
          label="算哪一项数"
          hint="没有登记这项数的不参加计算，会另外写明"
          picked={of === undefined ? undefined : (knowledge.attribute(of)?.name ?? '已不再使用的内容')}
          ask="选一项数"
          error={error !== undefined && of === undefined ? error : undefined}
          onPick={() => setPicking(true)}
        />
      )}
      {fold === 'percentile' ? (
        <TextInput
          label="第几百分位"
          kind="number"
          value={percent}
          onChange={(typed) => onChange({ percent: typed })}
          error={error !== undefined && of !== undefined ? error : undefined}
        />
      ) : null}
      {picking ? (
        <PickContentSheet
          title="算哪一项数"
          kind={kind}
          accepts={(content) => content.of === 'attribute' && canReckon(content.attribute)}
          onPick={(content) => {
            setPicking(false)
            if (content.of === 'attribute') onChange({ of: content.attribute.code })
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Stack>
  )
}
