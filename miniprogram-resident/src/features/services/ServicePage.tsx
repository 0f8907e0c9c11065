import { useRouter } from '@tarojs/taro'
import type { OrganisationServiceReply, ServiceReply } from '@zmht/shared/contract'
import { isOpened, requestStateNames, sayWait } from '@zmht/shared/rules'
import {
  Button,
  Card,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  type LoadedResource,
  Notice,
  Screen,
  Section,
  Stack,
  Text,
  Timeline,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { draftKey, requestDrafts } from '../apply/drafts'
import { SlotPicker } from '../booking/SlotPicker'
import { Elsewhere, LeaveButton } from '../linked/Leave'
import { organisationService } from '../organisations/resources'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { Answered } from './Answered'
import { service } from './resources'
import { ServiceFacts, serviceNotNow } from './ServiceFacts'

export function ServicePage() {
  return <Gate>{(me) => <Service me={me} />}</Gate>
}

function Service({ me }: { readonly me: Resident }) {
  const { organisation } = useRouter().params
  return organisation === undefined ? <ForMe me={me} /> : <ForOrganisation me={me} organisation={organisation} />
}

function ForMe({ me }: { readonly me: Resident }) {
  const { id = '' } = useRouter().params
  return <Described me={me} loaded={useResource(service, id)} />
}

function ForOrganisation({ me, organisation }: { readonly me: Resident; readonly organisation: string }) {
  const { id = '' } = useRouter().params
  return <Described me={me} loaded={useResource(organisationService, `${organisation}/${id}`)} />
}

function Described({
  me,
  loaded,
}: {
  readonly me: Resident
  readonly loaded: LoadedResource<ServiceReply | OrganisationServiceReply>
}) {
  const { id = '', home, organisation } = useRouter().params
  const drafts = requestDrafts.useAll(me.id)
  const begun = drafts.some((draft) => draftKey(draft) === draftKey({ channelId: id, organisation }))
  const now = useNow()
  const [slot, setSlot] = useState<string>()
  const shut = loaded.data ? serviceNotNow(loaded.data, now) : undefined
  return (
    <Screen
      title="服务介绍"
      back={pages.services}
      footer={
        loaded.data?.link !== undefined && loaded.data.link.kind !== 'endpoint' ? (
          <LeaveButton service={loaded.data} shut={shut} />
        ) : loaded.data ? (
          <Button
            full
            large
            disabled={shut !== undefined}
            onPress={() =>
              goTo(pages.apply, {
                id,
                slot,
                ...(organisation === undefined ? { home: home ?? loaded.data?.home } : { organisation }),
              })
            }
          >
            {shut ?? beginWords({ begun, again: loaded.data.running !== undefined, booking: slot !== undefined })}
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {(found) => (
          <>
            <About service={found} />
            {found.running ? <Running running={found.running} organisation={organisation !== undefined} /> : null}
            {found.slots && shut === undefined ? (
              <Card>
                <SlotPicker channelId={id} slots={found.slots} value={slot} onChange={setSlot} />
              </Card>
            ) : null}
            {found.link ? <Elsewhere link={found.link} passing={found.passing} /> : null}
            {isOpened(found.link) ? null : <After service={found} />}
            {found.answers ? <Answered channelId={id} /> : null}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function beginWords({
  begun,
  again,
  booking,
}: {
  readonly begun: boolean
  readonly again: boolean
  readonly booking: boolean
}): string {
  if (begun) return '接着填'
  if (booking) return '约这个时间，开始填写'
  return again ? '再办一件，开始填写' : '开始填写'
}

/** What was asked for already, so that nobody asks twice without knowing it. */
function Running({
  running,
  organisation,
}: {
  readonly running: NonNullable<ServiceReply['running']>
  readonly organisation: boolean
}) {
  return (
    <Notice tone="amber" title={organisation ? '单位已经申请过，还在办' : '您已经申请过，还在办'}>
      <Stack gap={2}>
        <Text>不用再提交一次。要替别人办，或者是另一件事，可以再办一件。</Text>
        {running.map(({ id, number, state }) => (
          <Button key={id} variant="quiet" onPress={() => goTo(pages.request, { id })}>
            {`${requestStateNames[state]}：${number}`}
          </Button>
        ))}
      </Stack>
    </Notice>
  )
}

function About({ service: found }: { readonly service: ServiceReply | OrganisationServiceReply }) {
  const known = Object.values(found.prefill)
    .flat()
    .reduce((sum, one) => sum + Object.keys(one.values).length, 0)
  // Some of them may turn out not to be asked.
  const left = 'form' in found ? Math.max(0, found.form.controls.length - known) : 0
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
            ...('for' in found ? [{ key: '替谁办', value: `${found.for.name}（${found.for.place}）` }] : []),
            ...(isOpened(found.link) ? [] : [{ key: '多久答复', value: answeredWithin(found) }]),
            ...(found.wait === undefined || isAtOnce(found) ? [] : [{ key: '一般多久', value: sayWait(found.wait) }]),
            found.link === undefined
              ? { key: '谁来办', value: found.organisation.name }
              : { key: '谁放在这里', value: found.organisation.name },
            ...(found.audience === undefined ? [] : [{ key: '面向谁', value: found.audience }]),
            ...(known > 0
              ? [
                  {
                    key: '要填多少',
                    value: `已为您填好 ${known} 项，看一遍就行${left > 0 ? `；最多再填 ${left} 项` : ''}`,
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <ServiceFacts service={found} />
    </>
  )
}

/** Who books has the place, or a number in the waiting list, with the submission. */
const isAtOnce = ({ procedure, slots }: ServiceReply | OrganisationServiceReply): boolean =>
  procedure === 'open' && slots !== undefined

function answeredWithin(found: ServiceReply | OrganisationServiceReply): string {
  if (isAtOnce(found)) return '提交后马上知道有没有约上'
  return `${found.promisedDays} 个工作日内${found.slots === undefined ? '' : '确认，先为您留出名额'}`
}

function After({ service: found }: { readonly service: ServiceReply }) {
  return (
    <Section title="提交以后会怎样">
      <Card>
        <Timeline
          label="提交以后会怎样"
          steps={found.next.map((words, index) => ({ key: `${index}`, title: words, state: 'ahead' }))}
        />
      </Card>
    </Section>
  )
}
