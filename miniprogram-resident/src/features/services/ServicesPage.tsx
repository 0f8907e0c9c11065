import type { ServiceCardReply } from '@zmht/shared/contract'
import { type ServiceCategory, serviceCategories } from '@zmht/shared/rules'
import {
  EmptyState,
  goTo,
  List,
  Loaded,
  Screen,
  SearchInput,
  Section,
  ServiceCard,
  Tag,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { requestDrafts } from '../apply/drafts'
import { type Home, useCurrentHome } from '../homes/currentHome'
import { useTabs } from '../messages/tabs'
import { OrganisationCards } from '../organisations/OrganisationCards'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { CommunityCard } from './CommunityCard'
import { HomeCard } from './HomeCard'
import { NeedsMe } from './NeedsMe'
import { services } from './resources'
import { SaySomething } from './SaySomething'
import { notNow } from './ServiceFacts'

export function ServicesPage() {
  return <Gate>{(me) => <Services me={me} />}</Gate>
}

function Services({ me }: { readonly me: Resident }) {
  const home = useCurrentHome(me)
  const offered = useResource(services, 'mine')
  const ready = offered.data !== undefined || offered.error !== undefined
  return (
    <Screen title="服务" navigation={useTabs(me)} current={pages.services}>
      {home ? <HomeCard me={me} home={home} /> : null}
      <SaySomething home={home} items={offered.data?.items ?? []} />
      {home ? <CommunityCard home={home} /> : null}
      <NeedsMe me={me} ready={ready} />
      {ready ? <OrganisationCards /> : null}
      <Loaded of={offered}>{({ items }) => (home ? <Offered me={me} home={home} items={items} /> : null)}</Loaded>
    </Screen>
  )
}

/** With more than this many services a search box helps; with fewer it is in the way. */
const surveyable = 6

function Offered({
  me,
  home,
  items,
}: {
  readonly me: Resident
  readonly home: Home
  readonly items: readonly ServiceCardReply[]
}) {
  const [search, setSearch] = useState('')
  const now = useNow()
  const drafts = requestDrafts.useAll(me.id)
  const here = items.filter((item) => item.home === home.placeId && item.raises !== true)
  const words = search.trim()
  const found = here.filter((item) => words === '' || `${item.title}${item.summary}`.includes(words))
  if (here.length === 0) {
    return (
      <EmptyState
        icon="services"
        title="这里还没有开放的服务"
        detail={`${home.community}开放服务后会显示在这里，下拉可以刷新。`}
      />
    )
  }
  return (
    <>
      {here.length > surveyable ? <SearchInput label="查找服务" value={search} onChange={setSearch} /> : null}
      {found.length === 0 ? (
        <EmptyState icon="search" title={`没有找到“${words}”`} detail="换一个词试试，例如“体检”“养老”。" />
      ) : (
        categoriesOf(found).map((category) => (
          <Section key={category} title={serviceCategories[category]}>
            <List gap label={serviceCategories[category]}>
              {found
                .filter((item) => item.category === category)
                .map((item) => (
                  <ServiceCard
                    key={item.id}
                    title={item.title}
                    summary={item.audience === undefined ? item.summary : `${item.summary}（${item.audience}）`}
                    shut={notNow(item, now) !== undefined}
                    end={
                      notNow(item, now) !== undefined ? (
                        <Tag>{[notNow(item, now), item.paused?.reason].filter(Boolean).join('：')}</Tag>
                      ) : drafts.some((draft) => draft.channelId === item.id && draft.organisation === undefined) ? (
                        <Tag tone="amber">填了一半</Tag>
                      ) : item.link === undefined || item.link === 'endpoint' ? undefined : (
                        <Tag>{item.link === 'page' ? '打开网页' : '打开小程序'}</Tag>
                      )
                    }
                    onPress={() => goTo(pages.service, { id: item.id, home: item.home })}
                  />
                ))}
            </List>
          </Section>
        ))
      )}
    </>
  )
}

/** @returns the categories that occur, in the catalogue's order */
function categoriesOf(items: readonly ServiceCardReply[]): readonly ServiceCategory[] {
  const present = new Set(items.map((item) => item.category))
  // The keys of the catalogue are its categories.
  return (Object.keys(serviceCategories) as ServiceCategory[]).filter((category) => present.has(category))
}
