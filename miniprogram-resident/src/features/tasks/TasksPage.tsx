import type { OwnItemCardReply } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/knowledge'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  goToTop,
  List,
  Loaded,
  Row,
  Screen,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { ownItems } from './resources'
import { dueOf, inOrder, isWaiting, stateOf } from './words'

export function TasksPage() {
  return <Gate>{() => <Tasks />}</Gate>
}

/** What I was asked to fill in: what waits first, then what became of the rest. */
function Tasks() {
  const loaded = useResource(ownItems, 'mine')
  return (
    <Screen title="我的任务" back={pages.me}>
      <Loaded of={loaded}>
        {(items) => {
          const { waiting, rest } = inOrder(items)
          if (items.length === 0)
            return (
              <EmptyState
                icon="task"
                title="没有要您填的"
                detail="社区请您填写什么的时候，会出现在这里，也会出现在“服务”最上面。"
                action={
                  <Button variant="quiet" onPress={() => goToTop(pages.services)}>
                    回到服务
                  </Button>
                }
              />
            )
          return (
            <>
              <Items title="请您填的" items={waiting} />
              <Items title="填过的" items={rest} />
            </>
          )
        }}
      </Loaded>
    </Screen>
  )
}

function Items({ title, items }: { readonly title: string; readonly items: readonly OwnItemCardReply[] }) {
  if (items.length === 0) return null
  return (
    <Section title={title}>
      <List gap label={title}>
        {items.map((item) => (
          <ItemCard key={item.id} item={item} />
        ))}
      </List>
    </Section>
  )
}

function ItemCard({ item }: { readonly item: OwnItemCardReply }) {
  const now = useNow()
  const state = stateOf(item)
  const due = dueOf(item.due, dayInChina(now))
  return (
    <Card onPress={() => goTo(pages.task, { id: item.id })}>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {item.title}
          </Text>
          <Tag tone={state.tone}>{state.words}</Tag>
        </Row>
        <Text>{`关于${item.about}`}</Text>
        <Row between wrap gap={2}>
          <Text size="small" tone="quiet">
            {item.organisation}
          </Text>
          {isWaiting(item) ? (
            <Tag tone={due.tone}>{due.words}</Tag>
          ) : (
            <Text size="small" tone="quiet" numeric>
              {formatWhen(item.at, now)}
            </Text>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
