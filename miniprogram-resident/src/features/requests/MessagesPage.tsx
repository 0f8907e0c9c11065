import { Button, EmptyState, goTo, goToTop, PagedList, RequestCard, Screen, useNow, usePaged } from '@zmht/shared/ui'
import { useCallback } from 'react'
import { api } from '@/lib/api'
import { navigation, pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'

export function MessagesPage() {
  return <Gate>{() => <Messages />}</Gate>
}

function Messages() {
  const now = useNow()
  const paged = usePaged(
    useCallback(
      (cursor: string | undefined) => api.channels.myRequests({ query: cursor === undefined ? {} : { cursor } }),
      [],
    ),
  )
  return (
    <Screen title="消息" navigation={navigation} current={pages.messages}>
      <PagedList
        paged={paged}
        label="我的申请"
        keyOf={(one) => one.id}
        render={(one) => <RequestCard request={one} now={now} onPress={() => goTo(pages.request, { id: one.id })} />}
        empty={
          <EmptyState
            icon="message"
            title="还没有消息"
            detail="您申请服务以后，每一步进展都会出现在这里。"
            action={
              <Button variant="quiet" onPress={() => goToTop(pages.services)}>
                看看有哪些服务
              </Button>
            }
          />
        }
      />
    </Screen>
  )
}
