import { EmptyState, ListRow, PagedList, SearchInput, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import type { Picked } from './draft'
import { useFound } from './useFound'

/** One colleague or one organisation of the directory, found by name, pinyin initials, title or the end of a phone number. */
export function PickDirectorySheet({
  of,
  title,
  usual,
  onPick,
  onClose,
}: {
  readonly of: 'people' | 'organisations'
  readonly title: string
  /** Offered before anything is typed. */
  readonly usual?: readonly Picked[]
  readonly onPick: (picked: Picked) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const { words, paged } = useFound(of, typed)
  const what = of === 'people' ? '姓名、拼音首字母、岗位或手机尾号' : '单位名称或拼音首字母'
  return (
    <Sheet open wide title={title} onClose={onClose}>
      <Stack gap={3}>
        <SearchInput label={what} value={typed} onChange={setTyped} />
        {typed.trim() === '' ? (
          usual === undefined || usual.length === 0 ? (
            <Text tone="quiet">{`输入${what}，在通讯录里查找。`}</Text>
          ) : (
            usual.map((one) => <ListRow key={one.id} title={one.name} onPress={() => onPick(one)} />)
          )
        ) : (
          <PagedList
            paged={words === '' ? { ...paged, loading: true } : paged}
            label={of === 'people' ? '找到的人' : '找到的单位'}
            keyOf={(one) => one.id}
            render={(one) => (
              <ListRow
                title={one.name}
                {...(one.detail === '' ? {} : { detail: one.detail })}
                onPress={() => onPick({ id: one.id, name: one.name })}
              />
            )}
            empty={<EmptyState icon="search" title={`没有找到“${words}”`} detail="换几个字，或用全名再试。" />}
          />
        )}
      </Stack>
    </Sheet>
  )
}
