import { useRouter } from '@tarojs/taro'
import type { CommunityPageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  CommunityPageView,
  EmptyState,
  goTo,
  Heading,
  Loaded,
  Screen,
  Stack,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { useCurrentHome } from '../homes/currentHome'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { call, pagesOf } from './resources'

export function CommunityPage() {
  return <Gate>{(me) => <Community me={me} />}</Gate>
}

/** 掌上服务站: what the places above my home tell, my community first. */
function Community({ me }: { readonly me: Resident }) {
  const asked = useRouter().params.home
  const current = useCurrentHome(me)
  const home = me.homes.find(({ placeId }) => placeId === asked) ?? current
  return (
    <Screen title="掌上服务站" back={pages.services}>
      {home === undefined ? (
        <EmptyState icon="place" title="还没有填住址" detail="填好住址后，这里显示您社区的服务站。" />
      ) : (
        <Pages home={home.placeId} community={home.community} />
      )}
    </Screen>
  )
}

function Pages({ home, community }: { readonly home: string; readonly community: string }) {
  const now = useNow()
  const loaded = useResource(pagesOf, home)
  const open = (place: CommunityPageReply['place'], { id }: { readonly id: string }) =>
    goTo(pages.communityEntry, { place: place.id, id })
  return (
    <Loaded of={loaded}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState
            icon="home"
            title="服务站还没有内容"
            detail={`${community}把电话、便民服务和动态放上来以后，会显示在这里。`}
          />
        ) : (
          <Stack gap={6}>
            {all.map((page) => (
              <Stack key={page.place.id} gap={4}>
                {page.about === undefined ? (
                  <Heading level={2} size="title">
                    {shortName(page.place)}
                  </Heading>
                ) : null}
                <CommunityPageView page={page} now={now} onCall={call} onOpen={open} />
              </Stack>
            ))}
          </Stack>
        )
      }
    </Loaded>
  )
}
