import { useRouter } from '@tarojs/taro'
import type { OrganisationOfferReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  formatWhen,
  goTo,
  Heading,
  List,
  ListRow,
  Loaded,
  PlaceLine,
  RequestStateTag,
  Screen,
  Section,
  ServiceCard,
  Stack,
  Tag,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { requestDrafts } from '../apply/drafts'
import { notNow } from '../services/ServiceFacts'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { organisationOffers, organisationRequests } from './resources'

export function OrganisationPage() {
  return <Gate>{(me) => <Organisation me={me} />}</Gate>
}

/** What an organisation I act for may ask for, and what it asked for, by whichever of its delegates. */
function Organisation({ me }: { readonly me: Resident }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(organisationOffers, 'mine')
  return (
    <Screen title="单位的事" back={pages.services}>
      <Loaded of={loaded}>
        {(all) => {
          const found = all.find((one) => one.id === id)
          return found === undefined ? <NotActing /> : <About me={me} organisation={found} />
        }}
      </Loaded>
    </Screen>
  )
}

function NotActing() {
  return (
    <EmptyState
      icon="home"
      title="您现在不是这家单位的经办人"
      detail="经办人要由社区同意。同意以后，单位可以办的事会出现在“服务”里。"
      action={
        <Button variant="quiet" onPress={() => goTo(pages.charges)}>
          看看我代办的人和单位
        </Button>
      }
    />
  )
}

function About({ me, organisation }: { readonly me: Resident; readonly organisation: OrganisationOfferReply }) {
  const { id, name, place, located, services } = organisation
  const now = useNow()
  const drafts = requestDrafts.useAll(me.id)
  return (
    <>
      <Stack gap={1}>
        <Heading level={2} size="title">
          {name}
        </Heading>
        {located ? <PlaceLine tail={place} /> : null}
      </Stack>
      <Section title="可以办的事">
        {services.length === 0 ? (
          <EmptyState
            icon="services"
            title={located ? '现在没有给单位办的服务' : '还不知道单位在哪里'}
            detail={located ? '社区开放以后会出现在这里。' : '请社区在单位台账里登记地址，登记后这里会列出可以办的事。'}
          />
        ) : (
          <List gap label="可以办的事">
            {services.map((item) => {
              const shut = notNow(item, now)
              return (
                <ServiceCard
                  key={item.id}
                  title={item.title}
                  summary={item.audience === undefined ? item.summary : `${item.summary}（${item.audience}）`}
                  shut={shut !== undefined}
                  end={
                    shut !== undefined ? (
                      <Tag>{[shut, item.paused?.reason].filter(Boolean).join('：')}</Tag>
                    ) : drafts.some((one) => one.channelId === item.id && one.organisation === id) ? (
                      <Tag tone="amber">填了一半</Tag>
                    ) : undefined
                  }
                  onPress={() => goTo(pages.service, { id: item.id, organisation: id })}
                />
              )
            })}
          </List>
        )}
      </Section>
      <Asked organisation={id} now={now} />
    </>
  )
}

function Asked({ organisation, now }: { readonly organisation: string; readonly now: string }) {
  const loaded = useResource(organisationRequests, organisation)
  return (
    <Section title="办过的事">
      <Loaded of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="message"
              title="还没有替单位办过事"
              detail="办过的会列在这里，单位的每位经办人都看得到。"
            />
          ) : (
            <Card flush>
              {items.map((one, index) => (
                <ListRow
                  key={one.id}
                  line={index > 0}
                  title={one.title}
                  detail={`${formatWhen(one.updatedAt, now)} · ${one.place}`}
                  end={<RequestStateTag state={one.state} />}
                  onPress={() => goTo(pages.request, { id: one.id })}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Section>
  )
}
