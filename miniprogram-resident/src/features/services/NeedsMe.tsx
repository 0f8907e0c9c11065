import { waitingForResident } from '@zmht/shared/rules'
import { Card, formatWhen, goTo, ListRow, Section, useNow, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { requestDrafts } from '../apply/drafts'
import { newestRequests } from '../requests/resources'
import type { Resident } from '../session/resident'
import { OwnItemRow } from '../tasks/OwnItemRow'
import { ownItems } from '../tasks/resources'
import { inOrder } from '../tasks/words'

/** What a glance takes in; whoever is asked for more finds it one tap further. */
const most = 3

/**
 * What waits for me: what I am asked to fill in, requests that need something from me, and forms half done. Nothing when nothing does.
 * @param ready what else is on the page has come
 */
export function NeedsMe({ me, ready }: { readonly me: Resident; readonly ready: boolean }) {
  const now = useNow()
  const drafts = requestDrafts.useAll(me.id)
  const requests = useResource(newestRequests, 'mine')
  const waiting = (requests.data?.items ?? []).filter((one) => waitingForResident.includes(one.state))
  return (
    <>
      {ready ? <AskedOfMe /> : null}
      {drafts.length === 0 && waiting.length === 0 ? null : (
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
      )}
    </>
  )
}

/** 请您填的: asked for once the page stands, so that its first screen costs what it did. */
function AskedOfMe() {
  const { data = [] } = useResource(ownItems, 'mine')
  const { waiting } = inOrder(data)
  if (waiting.length === 0) return null
  return (
    <Section title="请您填的">
      <Card flush>
        {waiting.slice(0, most).map((item, index) => (
          <OwnItemRow key={item.id} item={item} line={index > 0} />
        ))}
        {waiting.length > most ? (
          <ListRow
            line
            icon="task"
            title={`还有 ${waiting.length - most} 件请您填的`}
            onPress={() => goTo(pages.tasks)}
          />
        ) : null}
      </Card>
    </Section>
  )
}
