import type { CataloguePostReply } from '@zmht/shared/contract'
import { Notice, Pressable, Row, Stack, Text } from '@zmht/shared/ui'
import { roleWords } from './consequences'
import { type PostDraft, suggestionsFor, takenFrom } from './post-draft'

/** Names of the catalogue a typed title may mean; pressing one takes it with what it carries. */
export function TitleSuggestions({
  draft,
  catalogue,
  keeper,
  onTaken,
}: {
  readonly draft: PostDraft
  readonly catalogue: readonly CataloguePostReply[]
  readonly keeper: boolean
  readonly onTaken: (next: PostDraft) => void
}) {
  const found = suggestionsFor(draft, catalogue)
  if (draft.title.trim() === '' || draft.catalogue !== undefined) return null
  if (found.length === 0) {
    return (
      <Notice tone="amber" title="岗位目录里没有这个名称">
        {keeper
          ? '请在下面选择它的权限，或先把它加进岗位目录，各单位就都能用。'
          : '可以先这样登记，不带系统权限。需要权限时，请权限管理员办理或把它加进岗位目录。'}
      </Notice>
    )
  }
  return (
    <Stack gap={2}>
      <Text size="small" tone="quiet">
        岗位目录里相近的：
      </Text>
      <Row wrap gap={2} label="岗位目录里相近的名称">
        {found.map((one) => (
          <Pressable key={one.code} className="g-chip" onPress={() => onTaken(takenFrom(draft, one))}>
            {`${one.title}${one.roles.length === 0 ? '' : `（${one.roles.map(roleWords).join('、')}）`}${
              one.security && !keeper ? '，需要权限管理员' : ''
            }`}
          </Pressable>
        ))}
      </Row>
    </Stack>
  )
}
