import { Card, CheckboxList, Section, Stack, TextInput } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'
import type { Picked } from './draft'
import { PickApplicationSheet } from './PickApplicationSheet'
import { PickAttributeSheet } from './PickAttributeSheet'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedList } from './PickedList'
import { kindOptions, sensitivityOptions } from './words'

/** Of which things a rule speaks; what is left empty narrows nothing. */
export function ResourceFields({ draft, onChange, usual }: Editing & { readonly usual: readonly Picked[] }) {
  return (
    <Section title="只限哪些内容">
      <Card>
        <Stack gap={4} className="g-many">
          <CheckboxList
            label="种类"
            hint="不选就不限，以下都一样"
            options={kindOptions}
            values={draft.kinds}
            onChange={(kinds) => onChange({ kinds })}
          />
          <PickedList
            label="应用"
            ask="加一个应用"
            picked={draft.applications}
            onChange={(applications) => onChange({ applications })}
            sheet={(onPick, onClose) => <PickApplicationSheet onPick={onPick} onClose={onClose} />}
          />
          <PickedList
            label="所属单位（含下级）"
            ask="加一个所属单位"
            picked={draft.owners}
            onChange={(owners) => onChange({ owners })}
            sheet={(onPick, onClose) => (
              <PickDirectorySheet
                of="organisations"
                title="哪个单位的内容"
                usual={usual}
                onPick={onPick}
                onClose={onClose}
              />
            )}
          />
          <TextInput
            label="内容的标签"
            optional
            hint="多个标签用顿号分开"
            value={draft.tags}
            onChange={(tags) => onChange({ tags })}
          />
          <PickedList
            label="属性"
            hint="选了属性或敏感级别，这条规则就只管这些值：允许时另外放开，禁止时隐藏起来，不影响别的内容"
            ask="加一个属性"
            picked={draft.attributes}
            onChange={(attributes) => onChange({ attributes })}
            sheet={(onPick, onClose) => <PickAttributeSheet onPick={onPick} onClose={onClose} />}
          />
          <CheckboxList
            label="敏感级别"
            options={sensitivityOptions}
            values={draft.sensitivities}
            onChange={(chosen) => onChange({ sensitivities: chosen })}
          />
        </Stack>
      </Card>
    </Section>
  )
}
