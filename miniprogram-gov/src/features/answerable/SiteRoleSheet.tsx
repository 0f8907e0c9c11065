import type { EntityReply } from '@zmht/shared/contract'
import { Button, Notice, ProblemNotice, Select, Sheet, Stack, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { useTie } from './useTie'

/** Which of an organisation's sites is the main one: for a branch its own community answers, for all of it that of the main site. */
export function SiteRoleSheet({
  entity,
  sites,
  onDone,
  onClose,
}: {
  readonly entity: EntityReply
  readonly sites: EntityReply['links']
  readonly onDone: (entity: EntityReply) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const what = knowledge.attribute('operates-at.role')
  const roles = what?.value.type === 'code' ? what.value.items : []
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const { tell, busy, error } = useTie(entity, (next) => {
    toast('已分清各处由谁负责')
    onDone(next)
  })
  const ties = Object.entries(chosen).map(([other, value]) => ({
    type: 'operates-at',
    other,
    facts: [{ attribute: 'operates-at.role', value }],
  }))
  return (
    <Sheet
      open
      title="哪一处是分店"
      onClose={onClose}
      footer={
        <Button full loading={busy} disabled={ties.length === 0} onPress={() => void tell(ties)}>
          保存
        </Button>
      }
    >
      <Stack gap={4}>
        <Notice>主要场所的社区负责整个单位，分店和仓库由它所在的社区负责那一处。</Notice>
        {sites.map(({ other }) => (
          <Select
            key={other.id}
            label={other.name}
            options={roles.map(({ code, name }) => ({ value: code, label: name }))}
            value={chosen[other.id]}
            onChange={(role) => {
              if (role !== undefined) setChosen((before) => ({ ...before, [other.id]: role }))
            }}
          />
        ))}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
