import { Card, CheckboxList, Section, Stack, TextInput } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'
import type { Picked } from './draft'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedList } from './PickedList'
import { PickPostSheet } from './PickPostSheet'
import { rankOptions, roleOptions } from './words'

/** For whom a rule is: posts that have all that is named, never a person. */
export function SubjectFields({ draft, onChange, usual }: Editing & { readonly usual: readonly Picked[] }) {
  return (
    <Section title="给谁">
      <Card>
        <Stack gap={4} className="g-many">
          <CheckboxList
            label="角色"
            hint="规则给岗位，不给个人；人调动了，权限跟着岗位变。不选就不限"
            options={roleOptions}
            values={draft.roles}
            onChange={(roles) => onChange({ roles })}
          />
          <CheckboxList
            label="职级"
            options={rankOptions}
            values={draft.ranks}
            onChange={(ranks) => onChange({ ranks })}
          />
          <PickedList
            label="单位（含下级）"
            ask="加一个单位"
            picked={draft.organisations}
            onChange={(organisations) => onChange({ organisations })}
            sheet={(onPick, onClose) => (
              <PickDirectorySheet
                of="organisations"
                title="给哪个单位的岗位"
                usual={usual}
                onPick={onPick}
                onClose={onClose}
              />
            )}
          />
          <PickedList
            label="岗位"
            ask="加一个岗位"
            picked={draft.posts}
            onChange={(posts) => onChange({ posts })}
            sheet={(onPick, onClose) => <PickPostSheet usual={usual} onPick={onPick} onClose={onClose} />}
          />
          <TextInput
            label="岗位标签"
            optional
            hint="多个标签用顿号分开"
            value={draft.postTags}
            onChange={(postTags) => onChange({ postTags })}
          />
        </Stack>
      </Card>
    </Section>
  )
}
