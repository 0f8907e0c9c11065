import { useRouter } from '@tarojs/taro'
import {
  Button,
  Card,
  EmptyState,
  formatDue,
  goOnTo,
  goToTop,
  KeyValue,
  Loaded,
  Screen,
  Section,
  Timeline,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { request } from '../requests/resources'
import { service } from '../services/resources'
import { Gate } from '../session/Gate'

export function ResultPage() {
  return <Gate>{() => <Result />}</Gate>
}

/** After submitting: what happens next, the number, how long it takes, and the way to the progress. */
function Result() {
  const { id = '' } = useRouter().params
  const now = useNow()
  const made = useResource(request, id)
  return (
    <Screen
      title="已提交"
      back={pages.services}
      footer={
        <>
          <Button full large onPress={() => goOnTo(pages.request, { id })}>
            查看办理进展
          </Button>
          <Button full variant="text" onPress={() => goToTop(pages.services)}>
            回到服务
          </Button>
        </>
      }
    >
      <Loaded of={made}>
        {(found) => (
          <>
            <EmptyState
              icon="check"
              title={`${found.title}已提交`}
              detail={`${found.organisation.name}已收到，不用再提交一次。`}
            />
            <Card>
              <KeyValue
                rows={[
                  { key: '编号', value: found.number },
                  { key: '多久有结果', value: `预计${formatDue(found.due, now)}` },
                  { key: '去哪里看', value: '在“消息”里随时能看到进展' },
                ]}
              />
            </Card>
            <Next channelId={found.channelId} />
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Next({ channelId }: { readonly channelId: string }) {
  const { data } = useResource(service, channelId)
  if (!data) return null
  return (
    <Section title="接下来">
      <Card>
        <Timeline
          label="接下来"
          steps={data.next.map((words, index) => ({ key: `${index}`, title: words, state: 'ahead' }))}
        />
      </Card>
    </Section>
  )
}
