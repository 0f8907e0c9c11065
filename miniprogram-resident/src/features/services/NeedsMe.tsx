import { waitingForResident } from '@zmht/shared/rules'
import { Card, formatWhen, goTo, ListRow, Section, useNow, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { useDrafts } from '../apply/drafts'
import { newestRequests } from '../requests/resources'
import type { Resident } from '../session/resident'

/** What waits for me: requests that need something from me, and forms half done. Nothing when nothing does. */
export function NeedsMe({ me }: { readonly me: Resident }) {
  const now = useNow()
  const drafts = useDrafts(me.id)
  const requests = useResource(newestRequests, 'mine')
  const waiting = (requests.data?.items ?? []).filter((one) => waitingForResident.includes(one.state))
  if (drafts.length === 0 && waiting.length === 0) return null
  return (
    <Section title="等您来办">
      <Card flush>
        {waiting.map((one, index) => (
          <ListRow
            key={one.id}
            line={index > 0}
            icon="alert"
            title={`${one.title}：需要您补充`}
            detail={`${formatWhen(one.updatedAt, now)} · ${one.place}`}
            onPress={() => goTo(pages.request, { id: one.id })}
          />
        ))}
        {drafts.map((draft, index) => (
          <ListRow
            key={draft.channelId}
            line={index > 0 || waiting.length > 0}
            icon="edit"
            title={`${draft.title}：填了一半`}
            detail={`${formatWhen(draft.savedAt, now)}保存，接着填就行`}
            onPress={() => goTo(pages.apply, { id: draft.channelId, home: draft.home })}
          />
        ))}
      </Card>
    </Section>
  )
}
