import type { FoundPerson } from '@zmht/shared/contract'
import { Card, EmptyState, ErrorState, List, MoreOfList, Section, SkeletonList, Text, useNow } from '@zmht/shared/ui'
import { dayOf } from '@/lib/dates'
import { ContactCard } from './ContactCard'
import { awayMark } from './marks'
import { OrganisationList } from './OrganisationWay'
import { postWords } from './tenure'
import type { DirectorySearch } from './useDirectorySearch'

/** The people and organisations found for what is typed. */
export function SearchAnswers({
  text,
  search,
  onOrganisation,
}: {
  readonly text: string
  readonly search: DirectorySearch
  readonly onOrganisation: (id: string) => void
}) {
  const { people, organisations, count, words } = search
  if (people.error !== undefined && people.items.length === 0 && !people.loading) {
    return <ErrorState error={people.error} onRetry={() => void people.reload()} />
  }
  const current = words === text.trim().slice(0, 30)
  if (!current || people.first || (people.loading && people.items.length === 0)) return <SkeletonList />
  if (people.items.length === 0 && organisations.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={`没有找到“${words}”`}
        detail="可以输入姓名、拼音首字母、岗位、单位或手机号后几位。"
      />
    )
  }
  return (
    <>
      {people.items.length === 0 ? null : (
        <Section title="人员" action={<Text tone="quiet" numeric>{`共 ${count} 人`}</Text>}>
          <FoundPeople people={people.items} />
          <MoreOfList paged={people} />
        </Section>
      )}
      {organisations.length === 0 ? null : (
        <Section title="单位" action={<Text tone="quiet" numeric>{`${organisations.length} 个`}</Text>}>
          <OrganisationList label="找到的单位" organisations={organisations} onOrganisation={onOrganisation} />
        </Section>
      )}
    </>
  )
}

function FoundPeople({ people }: { readonly people: readonly FoundPerson[] }) {
  const today = dayOf(useNow())
  return (
    <Card flush>
      <List label="找到的人员">
        {people.map(({ id, name, phone, posts, away }, index) => (
          <ContactCard
            key={id}
            line={index > 0}
            id={id}
            name={name}
            phone={phone}
            detail={posts.length === 0 ? '现在没有岗位' : posts.map(postWords).join('；')}
            marks={away === undefined ? [] : [awayMark(away, today)]}
          />
        ))}
      </List>
    </Card>
  )
}
