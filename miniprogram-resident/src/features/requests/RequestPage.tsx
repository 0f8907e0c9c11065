import Taro, { useRouter } from '@tarojs/taro'
import { mintStepKey, type RequestReply } from '@zmht/shared/contract'
import { requestTransitions } from '@zmht/shared/rules'
import {
  AnswerFiles,
  Button,
  Card,
  ConfirmSheet,
  FilesShown,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  PersonCard,
  PictureMark,
  PlaceLine,
  RequestStateTag,
  Row,
  requestFilesOf,
  Screen,
  Section,
  Stack,
  Text,
  Timeline,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, files } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { Booked, Rebook } from '../booking/Booked'
import { setSeen } from '../messages/kept'
import { progressKey } from '../messages/stream'
import { organisationRequests } from '../organisations/resources'
import { Gate } from '../session/Gate'
import { AddNote } from './AddNote'
import { EnteredForMe } from './EnteredForMe'
import { Rate } from './Rate'
import { newestRequests, request } from './resources'
import { timelineOf } from './timeline'
import { Urge } from './Urge'
import { WhoHasIt } from './WhoHasIt'

export function RequestPage() {
  return <Gate>{(me) => <RequestDetail person={me.id} />}</Gate>
}

/** Takes the request as it is after a step, for every page that shows it. */
function changed(next: RequestReply): void {
  request.put(next.id, next)
  if (next.applicant === undefined) void newestRequests.refresh('mine')
  else void organisationRequests.refresh(next.applicant.id)
}

function RequestDetail({ person }: { readonly person: string }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(request, id)
  const at = loaded.data?.updatedAt
  useEffect(() => {
    if (at !== undefined) setSeen(person, progressKey(id), at)
  }, [person, id, at])
  return (
    <Screen title="办理进展" back={pages.messages}>
      <Loaded of={loaded}>{(found) => <Detail request={found} />}</Loaded>
    </Screen>
  )
}

function Detail({ request: found }: { readonly request: RequestReply }) {
  const now = useNow()
  const [adding, setAdding] = useState<'add' | 'reopen'>()
  const evidence = useMemo(() => requestFilesOf(api, found.id), [found.id])
  const [withdrawing, setWithdrawing] = useState(false)
  const withdrawKey = useRef(mintStepKey())
  const markOf = (id: string) => {
    const picture = found.pictures?.find((one) => one.id === id)
    return picture === undefined ? undefined : <PictureMark picture={picture} />
  }
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
        {found.applicant === undefined ? null : (
          <Text>{`${found.applicant.name} 申请，${found.applicant.by}经办`}</Text>
        )}
        <PlaceLine tail={found.place} />
        <Text size="small" tone="quiet" numeric>{`编号 ${found.number} · ${found.organisation.name}`}</Text>
      </Stack>
      {found.case === undefined ? null : (
        <Notice title={`${found.case.people} 人反映了同一件事`}>
          放在一起办理，每一步和答复都会同时告诉您。别人看不到您是谁。
        </Notice>
      )}
      <EnteredForMe request={found} onChanged={changed} />
      <Booked request={found} />
      {may('rebook') ? <Rebook request={found} onChanged={changed} /> : null}
      {may('rate') && !found.rating ? <Rate request={found} onRated={changed} /> : null}
      <Card>
        <Timeline
          label="办理进展"
          steps={timelineOf(found, now, (label, shown) => (
            <FilesShown label={label} files={shown} store={evidence} below={markOf} />
          ))}
        />
      </Card>
      {may('reopen') ? (
        <Button full variant="quiet" onPress={() => setAdding('reopen')}>
          没有解决，请再办
        </Button>
      ) : null}
      {may('add') || may('withdraw') || may('urge') ? (
        <Stack gap={2}>
          {may('add') ? (
            <Button
              full
              icon="edit"
              variant={found.state === 'returned' ? 'primary' : 'quiet'}
              onPress={() => setAdding('add')}
            >
              补充说明
            </Button>
          ) : null}
          {may('urge') ? <Urge request={found} onUrged={changed} /> : null}
          {may('withdraw') ? (
            <Button full variant="text-danger" onPress={() => setWithdrawing(true)}>
              撤回申请
            </Button>
          ) : null}
        </Stack>
      ) : null}
      {found.desk ? <WhoHasIt desk={found.desk} /> : null}
      {found.claimedBy ? (
        <Section title={found.desk ? '经办人' : '谁在办'}>
          <PersonCard
            name={found.claimedBy.name}
            detail={found.desk?.name ?? found.organisation.name}
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
                  value:
                    item.files === undefined ? item.text : <AnswerFiles item={item} store={files} below={markOf} />,
                }))}
              />
            </Stack>
          </Card>
        ))}
      </Section>
      {adding ? (
        <AddNote
          request={found}
          action={adding}
          onClose={() => setAdding(undefined)}
          onAdded={(next) => {
            changed(next)
            setAdding(undefined)
            toast(adding === 'add' ? '已补充，办理人会看到' : '已请办理单位再办')
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
          const next = await api.channels.ownStep({
            params: { requestId: found.id },
            body: { action: 'withdraw', key: withdrawKey.current },
          })
          changed(next)
          setWithdrawing(false)
          toast('已撤回')
        }}
      />
    </>
  )
}
