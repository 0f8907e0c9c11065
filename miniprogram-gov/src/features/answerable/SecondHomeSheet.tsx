import type { EntityReply } from '@zmht/shared/contract'
import { Button, DatePicker, Notice, type PathStep, ProblemNotice, Select, Sheet, Stack, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { PlaceField } from '../hierarchy/PlaceField'
import { useTie } from './useTie'

/** Another home of somebody, and when they are there: its community answers for them then, and sees them. */
export function SecondHomeSheet({
  entity,
  onDone,
  onClose,
}: {
  readonly entity: EntityReply
  readonly onDone: (entity: EntityReply) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const what = knowledge.attribute('stays-at.part')
  const parts = what?.value.type === 'code' ? what.value.items : []
  const [way, setWay] = useState<readonly PathStep[]>()
  const [part, setPart] = useState<string>()
  const [from, setFrom] = useState<string>()
  const [until, setUntil] = useState<string>()
  const [wrong, setWrong] = useState<{ readonly place?: string; readonly part?: string; readonly until?: string }>({})
  const { tell, busy, error } = useTie(entity, (next) => {
    toast('已登记第二住处，那里的社区也会看到')
    onDone(next)
  })
  const save = () => {
    const place = way?.at(-1)
    const missing = {
      ...(place === undefined ? { place: '请选择住在哪里' } : {}),
      ...(part === undefined ? { part: '请选择每周哪几天住' } : {}),
      ...(from !== undefined && until !== undefined && until < from ? { until: '最后一天不能早于开始的一天' } : {}),
    }
    setWrong(missing)
    if (place === undefined || part === undefined || Object.keys(missing).length > 0) return
    void tell([
      {
        type: 'stays-at',
        other: place.id,
        facts: [
          { attribute: 'stays-at.part', value: part },
          ...(from === undefined ? [] : [{ attribute: 'stays-at.from', value: from }]),
          ...(until === undefined ? [] : [{ attribute: 'stays-at.until', value: until }]),
        ],
      },
    ])
  }
  return (
    <Sheet
      open
      title="登记第二住处"
      onClose={onClose}
      footer={
        <Button full loading={busy} onPress={save}>
          保存第二住处
        </Button>
      }
    >
      <Stack gap={4}>
        <Notice>{`${entity.name}住在那里的日子由那里的社区负责，其余时间仍由常住地的社区负责。`}</Notice>
        <PlaceField
          label="还住在哪里"
          hint="同一处再登记一次，就是更改它的时间"
          error={wrong.place}
          value={way}
          onChange={setWay}
          from="community"
          until="door"
        />
        <Select
          label="哪些日子住在那里"
          options={parts.map(({ code, name }) => ({ value: code, label: name }))}
          value={part}
          onChange={setPart}
          error={wrong.part}
        />
        <DatePicker label="从哪一天起" optional value={from} onChange={setFrom} />
        <DatePicker label="住到哪一天" optional value={until} onChange={setUntil} error={wrong.until} />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
