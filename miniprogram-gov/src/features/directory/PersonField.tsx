import type { FoundPerson } from '@zmht/shared/contract'
import { Card, EmptyState, List, ListRow, MoreOfList, SearchInput, Sheet, SkeletonList, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { ChoiceField } from './ChoiceField'
import { postWords } from './tenure'
import { useDirectorySearch } from './useDirectorySearch'

interface Named {
  readonly id: string
  readonly name: string
}

/** One person of the directory, found by name in a sheet. */
export function PersonField({
  label,
  hint,
  error,
  optional = false,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly value: Named | undefined
  readonly onChange: (person: Named) => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ChoiceField
        label={label}
        hint={hint}
        error={error}
        optional={optional}
        shown={value?.name}
        icon="person"
        onOpen={() => setOpen(true)}
      />
      {open ? (
        <Sheet open wide title={label} onClose={() => setOpen(false)}>
          <FindPerson
            onChoose={({ id, name }) => {
              onChange({ id, name })
              setOpen(false)
            }}
          />
        </Sheet>
      ) : null}
    </>
  )
}

function FindPerson({ onChoose }: { readonly onChoose: (person: FoundPerson) => void }) {
  const [text, setText] = useState('')
  const { people, words } = useDirectorySearch(text)
  return (
    <Stack gap={3}>
      <SearchInput label="按姓名、岗位、单位或号码找人" value={text} onChange={setText} />
      {text.trim() === '' ? (
        <EmptyState
          icon="search"
          title="输入几个字就能找到"
          detail="姓名、拼音首字母、岗位、单位或手机号后几位都可以。"
        />
      ) : people.items.length > 0 ? (
        <Card flush>
          <List label="找到的人员">
            {people.items.map((person, index) => (
              <ListRow
                key={person.id}
                line={index > 0}
                title={person.name}
                detail={person.posts.length === 0 ? '现在没有岗位' : person.posts.map(postWords).join('；')}
                onPress={() => onChoose(person)}
              />
            ))}
          </List>
        </Card>
      ) : people.loading || words !== text.trim() ? (
        <SkeletonList count={1} />
      ) : (
        <EmptyState
          icon="search"
          title={`没有找到“${words}”`}
          detail="新来的人请选「新来的人」，直接填写姓名和手机号。"
        />
      )}
      <MoreOfList paged={people} />
    </Stack>
  )
}
