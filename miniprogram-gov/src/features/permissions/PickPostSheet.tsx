import { createResource, EmptyState, List, ListRow, Loaded, Sheet, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import type { Picked } from './draft'
import { PickDirectorySheet } from './PickDirectorySheet'

const postsOf = createResource(
  async (organisationId) => (await api.permissions.organisation({ params: { organisationId } })).posts,
)

/** One post: first its organisation, then which of its posts. */
export function PickPostSheet({
  usual,
  onPick,
  onClose,
}: {
  readonly usual: readonly Picked[]
  readonly onPick: (post: Picked) => void
  readonly onClose: () => void
}) {
  const [organisation, setOrganisation] = useState<Picked>()
  return organisation === undefined ? (
    <PickDirectorySheet
      of="organisations"
      title="岗位在哪个单位"
      usual={usual}
      onPick={setOrganisation}
      onClose={onClose}
    />
  ) : (
    <Sheet open wide title={`${organisation.name}的岗位`} onClose={onClose}>
      <Posts organisation={organisation} onPick={onPick} />
    </Sheet>
  )
}

function Posts({ organisation, onPick }: { readonly organisation: Picked; readonly onPick: (post: Picked) => void }) {
  const loaded = useResource(postsOf, organisation.id)
  return (
    <Loaded of={loaded}>
      {(posts) => {
        const open = posts.filter(({ closed }) => !closed)
        return open.length === 0 ? (
          <EmptyState icon="person" title="这个单位没有岗位" detail="请换一个单位，或请人事维护先设岗位。" />
        ) : (
          <List label={`${organisation.name}的岗位`}>
            {open.map(({ id, title, holders }, index) => (
              <ListRow
                key={id}
                line={index > 0}
                title={title}
                detail={holders.map(({ name }) => name).join('、') || '空缺'}
                onPress={() => onPick({ id, name: `${organisation.name} ${title}` })}
              />
            ))}
          </List>
        )
      }}
    </Loaded>
  )
}
