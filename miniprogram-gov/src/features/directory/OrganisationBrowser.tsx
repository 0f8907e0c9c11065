import type { OrganisationReply } from '@zmht/shared/contract'
import { EmptyState, Heading, Loaded, SearchInput, Stack, Text, useResource } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { OrganisationList, OrganisationWay } from './OrganisationWay'
import { organisationOf } from './resources'
import { useDirectorySearch } from './useDirectorySearch'

/** Walks through the organisations, by tree or by search; `children` shows what is of use of the one stood at. */
export function OrganisationBrowser({
  at,
  onAt,
  children,
}: {
  readonly at: string
  readonly onAt: (id: string) => void
  readonly children?: (organisation: OrganisationReply) => ReactNode
}) {
  const [text, setText] = useState('')
  const search = useDirectorySearch(text)
  const loaded = useResource(organisationOf, at)
  const go = (id: string) => {
    setText('')
    onAt(id)
  }
  const looking = text.trim() !== ''
  return (
    <Stack gap={4}>
      <SearchInput label="按名称或拼音首字母找单位" value={text} onChange={setText} />
      {looking ? (
        search.organisations.length > 0 ? (
          <OrganisationList label="找到的单位" organisations={search.organisations} onOrganisation={go} />
        ) : search.people.loading || search.words !== text.trim() ? (
          <Text tone="quiet">正在查找…</Text>
        ) : (
          <EmptyState icon="search" title={`没有名称像“${text.trim()}”的单位`} detail="换几个字，或清空后逐级选择。" />
        )
      ) : (
        <Loaded of={loaded}>
          {(organisation) => (
            <Stack gap={3}>
              <OrganisationWay above={organisation.above} onOrganisation={go} />
              <Heading level={3}>{organisation.name}</Heading>
              {children?.(organisation)}
              {organisation.below.length === 0 ? null : (
                <OrganisationList label="下级单位" organisations={organisation.below} onOrganisation={go} />
              )}
            </Stack>
          )}
        </Loaded>
      )}
    </Stack>
  )
}
