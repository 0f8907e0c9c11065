import type { Action } from '@zmht/shared/permission'
import { actionNames, securityActions } from '@zmht/shared/permission'
import { Box, Card, CheckboxList, Section, Stack, Text } from '@zmht/shared/ui'
import type { Editing } from './DraftEditor'
import { actionGroups } from './words'

/** What a rule lets people do, by what it belongs to. */
export function ActionFields({ draft, onChange, tried }: Editing) {
  const change = (group: readonly Action[], chosen: readonly Action[]) =>
    onChange({ actions: [...draft.actions.filter((one) => !group.includes(one)), ...chosen] })
  return (
    <Section title="做什么">
      <Card>
        <Stack gap={4}>
          {tried && draft.actions.length === 0 ? <Text tone="danger">请选择至少一个操作</Text> : null}
          <Box className="g-groups g-many">
            {actionGroups.map(({ slice, name, actions }) => (
              <CheckboxList
                key={slice}
                label={name}
                options={actions.map((value) => ({ value, label: actionNames[value] }))}
                values={draft.actions.filter((one) => actions.includes(one))}
                onChange={(chosen) => change(actions, chosen)}
              />
            ))}
          </Box>
          {draft.actions.some((one) => securityActions.has(one)) ? (
            <Text tone="amber">选了涉及权限和人事的操作，保存以后要等另一位权限管理员确认才生效。</Text>
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}
