import type { Knowledge } from '@zmht/shared/knowledge'
import type { LedgerKind } from '@zmht/shared/ledgers'
import type { MeasureProblem } from '@zmht/shared/measures'
import { Button, Notice, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { PickContentSheet } from '../ledgers/PickContentSheet'
import { GroupCard } from './GroupCard'
import { canGroup, type GroupDraft, groupingsOn, mostGroupings } from './measure-draft'

/** Into what groups rows are told apart: none, one or two ways. */
export function GroupsEditor({
  kind,
  groups,
  problems,
  knowledge,
  onChange,
}: {
  readonly kind: LedgerKind
  readonly groups: readonly GroupDraft[]
  readonly problems: readonly MeasureProblem[]
  readonly knowledge: Knowledge
  readonly onChange: (groups: readonly GroupDraft[]) => void
}) {
  const [picking, setPicking] = useState(false)
  const whole = problems.find(({ at }) => at === 'groups')
  const add = (group: GroupDraft) => onChange([...groups, group])
  return (
    <Stack gap={3}>
      {groups.length === 0 ? <Text tone="quiet">不分组：每个地点一个数。</Text> : null}
      {groups.map((group, at) => (
        <GroupCard
          key={group.by === 'freshness' ? 'freshness' : group.attribute}
          group={group}
          attribute={group.by === 'freshness' ? undefined : knowledge.attribute(group.attribute)}
          error={problems.find((one) => one.at === `groups.${at}`)?.message}
          onChange={(next) => onChange(groups.map((one, position) => (position === at ? next : one)))}
          onRemove={() => onChange(groups.filter((_, position) => position !== at))}
        />
      ))}
      {whole === undefined ? null : <Notice tone="danger">{whole.message}</Notice>}
      {groups.length < mostGroupings ? (
        <Row gap={2} wrap>
          <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
            {groups.length === 0 ? '按一项资料分' : '再按一项资料分'}
          </Button>
          {groups.some(({ by }) => by === 'freshness') ? null : (
            <Button variant="quiet" icon="plus" onPress={() => add({ by: 'freshness' })}>
              按新鲜程度分
            </Button>
          )}
        </Row>
      ) : null}
      {picking ? (
        <PickContentSheet
          title="按哪一项资料分"
          kind={kind}
          accepts={(content) =>
            content.of === 'attribute' &&
            canGroup(content.attribute) &&
            !groups.some((group) => group.by !== 'freshness' && group.attribute === content.attribute.code)
          }
          onPick={(content) => {
            setPicking(false)
            const way = content.of === 'attribute' ? groupingsOn(content.attribute)[0] : undefined
            if (way) add(way)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Stack>
  )
}
