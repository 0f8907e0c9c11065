import { Card, RadioList, Section, Stack } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'
import { PickedList } from './PickedList'
import { PickPlaceSheet } from './PickPlaceSheet'

const options = [
  { value: 'own', label: '本单位管理的地点', detail: '跟着岗位所在的单位走，最常用' },
  { value: 'given', label: '指定的地点', detail: '选定的地点和里面的一切' },
  { value: 'all', label: '所有地方' },
] as const

/** Where a rule is good. */
export function TerritoryFields({ draft, onChange, tried }: Editing) {
  return (
    <Section title="在哪里">
      <Card>
        <Stack gap={4}>
          <RadioList
            label="地点"
            options={options}
            value={draft.territory}
            onChange={(territory) => onChange({ territory })}
          />
          {draft.territory === 'given' ? (
            <PickedList
              label="指定的地点"
              ask="加一个地点"
              error={tried && draft.places.length === 0 ? '请选择地点' : undefined}
              picked={draft.places}
              onChange={(places) => onChange({ places })}
              sheet={(onPick, onClose) => <PickPlaceSheet onPick={onPick} onClose={onClose} />}
            />
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}
