import { handovers } from '@zmht/shared/permission'
import { Notice, Select, useNow } from '@zmht/shared/ui'
import { dayOf } from '@/lib/dates'
import { colleaguesIn } from './colleagues'
import { asksForName } from './consequences'
import type { OperationDraft } from './operation-draft'
import type { Surroundings } from './useSurroundings'

/** Who takes over, where the rule asks for somebody; or who stands in: one of the colleagues around. */
export function SuccessorField({
  away,
  surroundings,
  without,
  draft,
  onChange,
}: {
  /** Stands in while somebody is away. */
  readonly away: boolean
  readonly surroundings: Surroundings
  /** Who does not come into question. */
  readonly without: readonly string[]
  readonly draft: OperationDraft
  readonly onChange: (next: OperationDraft) => void
}) {
  const today = dayOf(useNow())
  const { around, rules } = surroundings
  if (!away && !asksForName(rules.transfer)) {
    return <Notice title="没办完的事">{`这里的交接规则是：${handovers[rules.transfer]}。`}</Notice>
  }
  const colleagues = colleaguesIn(around, without, today)
  return (
    <Select
      label={away ? '谁来代理' : '谁来接手没办完的事'}
      hint={
        away ? '这段时间代理全部岗位，看到的和本人一样，到期自动结束' : '接手现在岗位上没办完的事；不选就按交接规则办'
      }
      optional
      placeholder="不指定"
      options={colleagues.map(({ id, name, where }) => ({ value: id, label: `${name}（${where}）` }))}
      value={draft.successor?.id}
      onChange={(id) => {
        const { successor: _, ...others } = draft
        const chosen = colleagues.find((one) => one.id === id)
        onChange(chosen === undefined ? others : { ...others, successor: { id: chosen.id, name: chosen.name } })
      }}
    />
  )
}
