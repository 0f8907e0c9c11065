import type { LinkConsentReply } from '@zmht/shared/contract'
import { passedNames } from '@zmht/shared/rules'
import {
  Button,
  Card,
  ConfirmSheet,
  createResource,
  EmptyState,
  formatWhen,
  KeyValue,
  Loaded,
  Row,
  Screen,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'

const consents = createResource<Awaited<ReturnType<typeof api.channels.linkConsents>>, 'mine'>(() =>
  api.channels.linkConsents(),
)

/** What I let go to services elsewhere; each can be taken back. */
export function PassedPage() {
  return <Gate>{() => <Passed />}</Gate>
}

function Passed() {
  const loaded = useResource(consents, 'mine')
  const [asked, setAsked] = useState<LinkConsentReply>()
  const now = useNow()
  return (
    <Screen title="带给其他服务的资料" back={pages.me}>
      <Text tone="quiet">打开别处的服务时，您同意带过去的资料。每次带了什么，记在「谁看过我的信息」里。</Text>
      <Loaded of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="check" title="还没有带过" detail="打开别处的服务时会先问您，同意的列在这里。" />
          ) : (
            <Stack gap={3}>
              {items.map((one) => (
                <Card key={one.channelId}>
                  <Stack gap={3}>
                    <Row between top gap={2}>
                      <Text size="large" strong>
                        {one.title}
                      </Text>
                      <Tag tone={one.given ? 'accent' : 'quiet'}>
                        {one.given ? '会带上' : one.withdrawnAt === undefined ? '不带' : '已收回'}
                      </Tag>
                    </Row>
                    <Text tone="quiet">{`${one.name} · ${formatWhen(one.withdrawnAt ?? one.at, now)}`}</Text>
                    <KeyValue
                      rows={one.passes.map(({ key, purpose }) => ({ key: passedNames[key], value: purpose }))}
                    />
                    {one.given ? (
                      <Button full variant="quiet" label={`收回同意：${one.title}`} onPress={() => setAsked(one)}>
                        收回同意
                      </Button>
                    ) : null}
                  </Stack>
                </Card>
              ))}
            </Stack>
          )
        }
      </Loaded>
      <ConfirmSheet
        open={asked !== undefined}
        title="收回同意"
        consequence={`以后打开「${asked?.title ?? ''}」不再带上您的资料。已经带过去的，请向${asked?.name ?? '对方'}要求删除。`}
        confirm="收回同意"
        onClose={() => setAsked(undefined)}
        onConfirm={async () => {
          if (asked === undefined) return
          await api.channels.withdrawLinkConsent({ params: { channelId: asked.channelId } })
          await consents.refresh('mine')
          setAsked(undefined)
          toast('已收回，以后不再带上')
        }}
      />
    </Screen>
  )
}
