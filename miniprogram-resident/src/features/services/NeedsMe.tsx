import { waitingForResident } from '@zmht/shared/rules'
import {
  Button,
  Card,
  formatWhen,
  goTo,
  goToTop,
  ListRow,
  Notice,
  Section,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { draftKey, requestDrafts } from '../apply/drafts'
import { useKept } from '../messages/kept'
import { MessageRow } from '../messages/MessageRow'
import { messages } from '../messages/resources'
import { asksFor, isMuted, noticeLine } from '../messages/stream'
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
  const waiting = (requests.data?.items ?? []).filter(
    (one) => waitingForResident.includes(one.state) || one.unconfirmed === true,
  )
  return (
    <>
      {ready ? <ToldToMe person={me.id} /> : null}
      {ready ? <AskedOfMe /> : null}
      {drafts.length === 0 && waiting.length === 0 ? null : (
        <Section title="等您来办">
          <Card flush>
            {waiting.map((one, index) => (
              <ListRow
                key={one.id}
                line={index > 0}
                icon="alert"
                title={one.unconfirmed ? `${one.title}：工作人员替您提交的，请确认` : `${one.title}：需要您补充`}
                detail={`${formatWhen(one.updatedAt, now)} · ${one.place}`}
                onPress={() => goTo(pages.request, { id: one.id })}
              />
            ))}
            {drafts.map((draft, index) => (
              <ListRow
                key={draftKey(draft)}
                line={index > 0 || waiting.length > 0}
                icon="edit"
                title={`${draft.title}：填了一半`}
                detail={`${formatWhen(draft.savedAt, now)}保存，接着填就行`}
                onPress={() =>
                  goTo(
                    pages.apply,
                    draft.organisation === undefined
                      ? { id: draft.channelId, home: draft.home }
                      : { id: draft.channelId, organisation: draft.organisation },
                  )
                }
              />
            ))}
          </Card>
        </Section>
      )}
    </>
  )
}

/** Notices that are unread, or wait for an answer; an emergency stands on top of all. */
function ToldToMe({ person }: { readonly person: string }) {
  const now = useNow()
  const reader = useKept(person)
  const { data } = useResource(messages, 'mine')
  const asking = (data?.items ?? []).filter((one) => asksFor(one) && !isMuted(reader.muted, one.urgency))
  const emergencies = asking.filter(({ urgency }) => urgency === 'emergency')
  const others = asking.filter(({ urgency }) => urgency !== 'emergency')
  return (
    <>
      {emergencies.map((one) => (
        <Notice key={one.id} tone="danger">
          <Stack gap={3}>
            <Stack gap={1}>
              <Text size="large" strong>{`紧急通知：${one.title}`}</Text>
              <Text size="small">{`${one.organisation} · ${formatWhen(one.at, now)}`}</Text>
            </Stack>
            <Button variant="danger" large full onPress={() => goTo(pages.notice, { id: one.id })}>
              {one.read ? '去回答' : '现在就看'}
            </Button>
          </Stack>
        </Notice>
      ))}
      {others.length === 0 ? null : (
        <Section title="请您看的通知">
          <Card flush>
            {others.slice(0, most).map((one, index) => (
              <MessageRow key={one.id} line={noticeLine(one, reader)} person={person} now={now} below={index > 0} />
            ))}
            {others.length > most ? (
              <ListRow
                line
                icon="message"
                title={`还有 ${others.length - most} 条通知`}
                onPress={() => goToTop(pages.messages)}
              />
            ) : null}
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
