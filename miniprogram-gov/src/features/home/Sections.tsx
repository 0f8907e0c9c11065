import type { HomeReply, NewsReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  goToTop,
  List,
  ListRow,
  Section,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { noticePage } from '../notices/pages'
import { itemPage } from '../tasks/pages'
import { opened, sawAll } from './home.resources'
import { clockOf, newsDetail, newsIcons, newsTitle } from './words'

function pageOf({ kind }: NewsReply): string {
  switch (kind) {
    case 'task':
      return pages.task
    case 'request':
    case 'errand':
      return pages.request
    case 'notice':
      return noticePage
    case 'provision':
      return pages.provision
    case 'application':
      return pages.application
  }
}

/** What came since they looked; opened it is no longer there. */
export function News({ home }: { readonly home: HomeReply }) {
  const now = useNow()
  const [busy, setBusy] = useState(false)
  const { items, more } = home.news
  if (items.length === 0)
    return (
      <Section title="新来的">
        <Card>
          <Text tone="quiet">没有新的。收到任务、诉求、审批，或交办的事有了结果，会出现在这里。</Text>
        </Card>
      </Section>
    )
  const all = async () => {
    setBusy(true)
    try {
      await sawAll()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section
      title={more ? `新来的 ${items.length}+` : `新来的 ${items.length}`}
      action={
        <Button variant="text" loading={busy} onPress={() => void all()}>
          都看过了
        </Button>
      }
    >
      <Card flush>
        <List label="新来的">
          {items.map((one, index) => (
            <ListRow
              key={one.key}
              line={index > 0}
              icon={newsIcons[one.kind]}
              title={newsTitle(one)}
              detail={newsDetail(one)}
              end={formatWhen(one.at, now)}
              onPress={() => {
                opened(home, one.key)
                goTo(pageOf(one), { id: one.id })
              }}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}

/** What waits for them, the earliest due first, with the working time that is left. */
export function Waiting({ home }: { readonly home: HomeReply }) {
  const { waiting } = home
  if (waiting === undefined) return null
  const { items, overdue } = waiting
  return (
    <Section
      title={overdue > 0 ? `先办这些 · ${overdue} 件超期` : '先办这些'}
      action={
        items.length > 0 ? (
          <Button variant="text" onPress={() => goToTop(pages.work)}>
            全部任务
          </Button>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <Card>
          <EmptyState icon="check" title="没有待办" detail="居民提交申请后会出现在这里，先到期的在前。" />
        </Card>
      ) : (
        <Card flush>
          <List label="先办这些">
            {items.map((one, index) => {
              const clock = clockOf(one)
              return (
                <ListRow
                  key={`${one.kind}-${one.id}`}
                  line={index > 0}
                  title={one.title}
                  detail={one.detail}
                  end={
                    <Text inline strong numeric tone={clock.tone} className="g-nowrap">
                      {clock.words}
                    </Text>
                  }
                  onPress={() => goTo(one.kind === 'request' ? pages.request : itemPage, { id: one.id })}
                />
              )
            })}
          </List>
        </Card>
      )}
    </Section>
  )
}

/** What the ledgers ask somebody to look at: updates to decide, facts that grow old. */
export function Keeping({ home }: { readonly home: HomeReply }) {
  const { undecided, expiring } = home
  const old = expiring?.items ?? []
  if ((undecided === undefined || undecided.count === 0) && old.length === 0) return null
  const names = (undecided?.items ?? []).map(({ name }) => name).join('、')
  return (
    <Section title="台账要核对的">
      <Card flush>
        <List label="台账要核对的">
          {undecided === undefined || undecided.count === 0 ? null : (
            <ListRow
              icon="alert"
              title="说法不一致，等您核对"
              detail={undecided.more || undecided.count > undecided.items.length ? `${names}等` : names}
              end={`${undecided.count}${undecided.more ? '+' : ''} 个`}
              onPress={() => goTo(pages.undecided)}
            />
          )}
          {old.map(({ ledger, name, stale, soon }, index) => (
            <ListRow
              key={ledger}
              line={index > 0 || (undecided?.count ?? 0) > 0}
              icon="clock"
              title={name}
              detail={[stale > 0 ? `${stale} 项资料过期` : '', soon > 0 ? `${soon} 项快到期` : '']
                .filter((part) => part !== '')
                .join('，')}
              onPress={() => goTo(pages.freshness, { id: ledger })}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}
