import { useRouter } from '@tarojs/taro'
import type { ServiceReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  Screen,
  Section,
  Stack,
  Text,
  Timeline,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { requestDrafts } from '../apply/drafts'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { service } from './resources'

export function ServicePage() {
  return <Gate>{(me) => <Service me={me} />}</Gate>
}

function Service({ me }: { readonly me: Resident }) {
  const { id = '', home } = useRouter().params
  const loaded = useResource(service, id)
  const drafts = requestDrafts.useAll(me.id)
  const begun = drafts.some((draft) => draft.channelId === id)
  return (
    <Screen
      title="服务介绍"
      back={pages.services}
      footer={
        loaded.data ? (
          <Button full large onPress={() => goTo(pages.apply, { id, home: home ?? loaded.data?.home })}>
            {begun ? '接着填' : '开始填写'}
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>{(found) => <About service={found} />}</Loaded>
    </Screen>
  )
}

function About({ service: found }: { readonly service: ServiceReply }) {
  const known = Object.values(found.prefill)
    .flat()
    .reduce((sum, one) => sum + Object.keys(one.values).length, 0)
  return (
    <>
      <Stack gap={1}>
        <Heading level={2} size="title">
          {found.title}
        </Heading>
        <Text tone="quiet">{found.summary}</Text>
      </Stack>
      <Card>
        <KeyValue
          rows={[
            { key: '多久答复', value: `${found.promisedDays} 个工作日内` },
            { key: '谁来办', value: found.organisation.name },
            ...(found.audience === undefined ? [] : [{ key: '面向谁', value: found.audience }]),
            ...(known > 0 ? [{ key: '要填多少', value: `已为您填好 ${known} 项，看一遍就行` }] : []),
          ]}
        />
      </Card>
      <Section title="提交以后会怎样">
        <Card>
          <Timeline
            label="提交以后会怎样"
            steps={found.next.map((words, index) => ({ key: `${index}`, title: words, state: 'ahead' }))}
          />
        </Card>
      </Section>
    </>
  )
}
