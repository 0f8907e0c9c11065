import { RadioList, Stack, TextInput } from '@zmht/shared/ui'
import type { OperationDraft, OperationProblems } from './operation-draft'
import { PersonField } from './PersonField'

/** Who is put on a post: somebody of the directory, or somebody new with name and phone. */
export function Appointee({
  draft,
  wrong,
  onChange,
}: {
  readonly draft: OperationDraft
  readonly wrong: OperationProblems
  readonly onChange: (next: OperationDraft) => void
}) {
  const change = (part: Partial<OperationDraft>) => onChange({ ...draft, ...part })
  return (
    <Stack gap={4}>
      <RadioList
        label="谁来任职"
        inline
        options={[
          { value: 'known', label: '通讯录里的人' },
          { value: 'new', label: '新来的人' },
        ]}
        value={draft.newcomer ? 'new' : 'known'}
        onChange={(who) => change({ newcomer: who === 'new' })}
      />
      {draft.newcomer ? (
        <>
          <TextInput
            label="姓名"
            value={draft.name}
            maxLength={20}
            onChange={(name) => change({ name })}
            error={wrong.name}
          />
          <TextInput
            label="工作手机号"
            hint="用它登录，同事能看到完整号码"
            kind="phone"
            value={draft.phone}
            maxLength={11}
            onChange={(phone) => change({ phone })}
            error={wrong.phone}
          />
        </>
      ) : (
        <PersonField label="人员" value={draft.person} onChange={(person) => change({ person })} error={wrong.person} />
      )}
    </Stack>
  )
}
