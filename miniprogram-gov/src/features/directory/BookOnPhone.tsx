import type { OrganisationReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  goOnTo,
  goTo,
  Heading,
  List,
  Loaded,
  Section,
  SegmentedControl,
  Stack,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { BookActs, BookSearch } from './BookTools'
import { ContactCard } from './ContactCard'
import { marksOf } from './marks'
import { OrganisationList, OrganisationWay } from './OrganisationWay'
import { inOrder } from './post-order'
import { organisationOf } from './resources'
import { SearchAnswers } from './SearchAnswers'
import { type NamedOrganisation, useDirectorySearch } from './useDirectorySearch'

const open = (organisation: string) => goTo(pages.book, { organisation })

/** On a phone: one organisation at a time, its people to call, pressing one below goes into it. */
export function BookOnPhone({
  me,
  own,
  here,
  words,
}: {
  readonly me: Official
  readonly own: readonly NamedOrganisation[]
  readonly here: string
  readonly words: string
}) {
  const [text, setText] = useState(words)
  const search = useDirectorySearch(text)
  const loaded = useResource(organisationOf, here)
  const isOwn = own.some(({ id }) => id === here)
  return (
    <>
      <BookSearch text={text} onType={setText} />
      {text.trim() !== '' ? (
        <SearchAnswers text={text} search={search} onOrganisation={open} />
      ) : (
        <>
          {own.length > 1 && own.length < 5 && isOwn ? (
            <SegmentedControl
              label="我的单位"
              value={here}
              segments={own.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(organisation) => goOnTo(pages.book, { organisation })}
            />
          ) : null}
          <Loaded of={loaded}>{(organisation) => <OneOrganisation organisation={organisation} />}</Loaded>
          {isOwn ? <BookActs me={me} /> : null}
        </>
      )}
    </>
  )
}

function OneOrganisation({ organisation }: { readonly organisation: OrganisationReply }) {
  const today = dayOf(useNow())
  const { id, name, above, below, posts } = organisation
  const people = inOrder(posts).flatMap((post) => post.holders.map((holder) => ({ post, holder })))
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={2}>
          <OrganisationWay above={above} onOrganisation={open} />
          <Heading level={2} size="title">
            {name}
          </Heading>
          <Button variant="quiet" full icon="document" onPress={() => goTo(pages.organisation, { id })}>
            单位详情和岗位
          </Button>
        </Stack>
      </Card>
      {people.length === 0 ? (
        <Card>
          <EmptyState icon="person" title="这里还没有人" detail="有人任职后会显示在这里。下级单位的人请往下找。" />
        </Card>
      ) : (
        <Section title="人员">
          <Card flush>
            <List label={`${name}的人员`}>
              {people.map(({ post, holder }, index) => (
                <ContactCard
                  key={`${post.id}/${holder.id}`}
                  line={index > 0}
                  id={holder.id}
                  name={holder.name}
                  phone={holder.phone}
                  detail={post.title}
                  marks={marksOf(holder, today)}
                />
              ))}
            </List>
          </Card>
        </Section>
      )}
      {below.length === 0 ? null : (
        <Section title={`下级单位 ${below.length} 个`}>
          <OrganisationList label="下级单位" organisations={below} onOrganisation={open} />
        </Section>
      )}
    </Stack>
  )
}
