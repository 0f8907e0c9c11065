import Taro, { useRouter } from '@tarojs/taro'
import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { requestTransitions } from '@zmht/shared/rules'
import {
  AnswerFiles,
  Button,
  Card,
  ConfirmSheet,
  Heading,
  KeyValue,
  Loaded,
  PersonCard,
  PlaceLine,
  RequestStateTag,
  Row,
  Screen,
  Section,
  Stack,
  Text,
  Timeline,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { api, files } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { AddNote } from './AddNote'
import { Rate } from './Rate'
import { newestRequests, request } from './resources'
import { timelineOf } from './timeline'

export function RequestPage() {
  return <Gate>{() => <RequestDetail />}</Gate>
}

/** Takes the request as it is after a step, for every page that shows it. */
function changed(next: RequestReply): void {
  request.put(next.id, next)
  void newestRequests.refresh('mine')
}

function RequestDetail() {
  const { id = '' } = useRouter().params
  const loaded = useResource(request, id)
  return (
    <Screen title="办理进展" back={pages.messages}>
      <Loaded of={loaded}>{(found) => <Detail request={found} />}</Loaded>
    </Screen>
  )
}

function Detail({ request: found }: { readonly request: RequestReply }) {
  const now = useNow()
  const [adding, setAdding] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const withdrawKey = useRef(mintStepKey())
  const may = (action: RequestReply['actions'][number]) => found.actions.includes(action)
  return (
    <>
      <Stack gap={2}>
        <Row between top>
          <Heading level={2} size="title">
            {found.title}
          </Heading>
          <RequestStateTag state={found.state} />
        </Row>
        <PlaceLine tail={found.place} />
        <Text size="small" tone="quiet" numeric>{`编号 ${found.number} · ${found.organisation.name}`}</Text>
      </Stack>
      {may('rate') && !found.rating ? <Rate request={found} onRated={changed} /> : null}
      <Card>
        <Timeline label="办理进展" steps={timelineOf(found, now)} />
      </Card>
      {may('add') || may('withdraw') ? (
        <Stack gap={2}>
          {may('add') ? (
            <Button
              full
              icon="edit"
              variant={found.state === 'returned' ? 'primary' : 'quiet'}
              onPress={() => setAdding(true)}
            >
              补充说明
            </Button>
          ) : null}
          {may('withdraw') ? (
            <Button full variant="text-danger" onPress={() => setWithdrawing(true)}>
              撤回申请
            </Button>
          ) : null}
        </Stack>
      ) : null}
      {found.claimedBy ? (
        <Section title="谁在办">
          <PersonCard
            name={found.claimedBy.name}
            detail={found.organisation.name}
            end={
              found.claimedBy.phone ? (
                <Button
                  variant="quiet"
                  icon="phone"
                  label={`打电话给${found.claimedBy.name}`}
                  onPress={() =>
                    void Taro.makePhoneCall({ phoneNumber: found.claimedBy?.phone ?? '' }).catch(() => undefined)
                  }
                >
                  打电话
                </Button>
              ) : undefined
            }
          />
        </Section>
      ) : null}
      {found.rating ? (
        <Section title="您的评价">
          <Card>
            <Stack gap={1}>
              <Text strong>{`${found.rating.stars} 星`}</Text>
              {found.rating.words ? <Text pre>{found.rating.words}</Text> : null}
            </Stack>
          </Card>
        </Section>
      ) : null}
      <Section title="您填写的内容">
        {found.answers.map((part) => (
          <Card key={`${part.subject} ${part.items.map((item) => item.text).join(' ')}`} label={part.subject}>
            <Stack gap={1}>
              <Heading level={3}>{part.subject}</Heading>
              <KeyValue
                rows={part.items.map((item) => ({
                  key: item.label,
                  value: item.files === undefined ? item.text : <AnswerFiles item={item} store={files} />,
                }))}
              />
            </Stack>
          </Card>
        ))}
      </Section>
      {adding ? (
        <AddNote
          request={found}
          onClose={() => setAdding(false)}
          onAdded={(next) => {
            changed(next)
            setAdding(false)
            toast('已补充，办理人会看到')
          }}
        />
      ) : null}
      <ConfirmSheet
        open={withdrawing}
        title="撤回申请"
        consequence={requestTransitions.withdraw.consequence}
        confirm="撤回申请"
        variant="danger"
        onClose={() => setWithdrawing(false)}
        onConfirm={async () => {
          const next = await api.channels.withdraw({
            params: { requestId: found.id },
            body: { key: withdrawKey.current },
          })
          changed(next)
          setWithdrawing(false)
          toast('已撤回')
        }}
      />
    </>
  )
}
