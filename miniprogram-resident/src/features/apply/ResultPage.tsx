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
import { Booked } from '../booking/Booked'
import { organisationService } from '../organisations/resources'
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
            <Booked request={found} />
            <Card>
              <KeyValue
                rows={[
                  { key: '编号', value: found.number },
                  // Whoever has a place, or waits for one, has the result.
                  ...(found.booking !== undefined && found.state !== 'submitted'
                    ? []
                    : [{ key: '多久有结果', value: `预计${formatDue(found.due, now)}` }]),
                  { key: '去哪里看', value: '在“消息”里随时能看到进展' },
                ]}
              />
            </Card>
            {found.applicant === undefined ? (
              <Next channelId={found.channelId} />
            ) : (
              <NextFor organisation={found.applicant.id} channelId={found.channelId} />
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Next({ channelId }: { readonly channelId: string }) {
  return <Ahead next={useResource(service, channelId).data?.next} />
}

function NextFor({ organisation, channelId }: { readonly organisation: string; readonly channelId: string }) {
  return <Ahead next={useResource(organisationService, `${organisation}/${channelId}`).data?.next} />
}

function Ahead({ next }: { readonly next: readonly string[] | undefined }) {
  if (next === undefined) return null
  return (
    <Section title="接下来">
      <Card>
        <Timeline
          label="接下来"
          steps={next.map((words, index) => ({ key: `${index}`, title: words, state: 'ahead' }))}
        />
      </Card>
    </Section>
  )
}
