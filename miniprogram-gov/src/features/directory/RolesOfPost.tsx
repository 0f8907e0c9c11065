import type { CataloguePostReply } from '@zmht/shared/contract'
import { type Role, roleCodes, securityRoles } from '@zmht/shared/permission'
import { Button, CheckboxList, Notice, Row, Stack, Tag, Text } from '@zmht/shared/ui'
import { roleWords } from './consequences'
import { beyondCatalogue, type Former, type PostDraft } from './post-draft'

/** What a post carries, in words. Who keeps permissions may give more than its name in the catalogue carries; nobody else. */
export function RolesOfPost({
  draft,
  former,
  catalogue,
  keeper,
  wrong,
  onChange,
}: {
  readonly draft: PostDraft
  readonly former: Former
  readonly catalogue: readonly CataloguePostReply[]
  readonly keeper: boolean
  readonly wrong: string | undefined
  readonly onChange: (roles: readonly Role[]) => void
}) {
  const beyond = beyondCatalogue(draft, former, catalogue)
  const known = catalogue.find(({ code }) => code === draft.catalogue)
  if (keeper) {
    const carries = (role: Role) => known?.roles.includes(role) === true
    return (
      <CheckboxList
        label="权限"
        hint="谁任这个岗位，就有这些权限；离任时自动收回"
        options={roleCodes.map((role) => ({
          value: role,
          label: roleWords(role),
          ...((carries(role) && !securityRoles.has(role)) || former.roles.includes(role)
            ? {}
            : { detail: '目录以外，需要权限管理员' }),
        }))}
        values={draft.roles}
        onChange={onChange}
        error={wrong}
      />
    )
  }
  return (
    <Stack gap={2}>
      <Text strong>权限</Text>
      <Row wrap gap={2}>
        {draft.roles.length === 0 ? <Text tone="quiet">不带系统权限</Text> : null}
        {draft.roles.map((role) => (
          <Tag key={role} tone={beyond.includes(role) ? 'amber' : 'accent'}>
            {beyond.includes(role) ? `${roleWords(role)}，需要权限管理员` : roleWords(role)}
          </Tag>
        ))}
      </Row>
      <Text size="small" tone="quiet">
        谁任这个岗位，就有这些权限；离任时自动收回。
      </Text>
      {wrong === undefined ? null : (
        <Notice
          tone="danger"
          title={wrong}
          action={
            <Button variant="text" onPress={() => onChange(draft.roles.filter((role) => !beyond.includes(role)))}>
              去掉目录以外的权限
            </Button>
          }
        />
      )}
    </Stack>
  )
}
