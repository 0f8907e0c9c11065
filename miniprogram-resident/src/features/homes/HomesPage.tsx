import { Button, Card, ConfirmSheet, List, ListRow, Row, Screen, Sheet, Stack, Tag, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { session } from '@/lib/session'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { chooseHome, type Home, useCurrentHome } from './currentHome'
import { HomeChoiceFoot, HomePlacePicker, useHomeChoice } from './HomePicker'

export function HomesPage() {
  return <Gate>{(me) => <Homes me={me} />}</Gate>
}

function Homes({ me }: { readonly me: Resident }) {
  const current = useCurrentHome(me)
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Home>()
  return (
    <Screen title="我的住址" back={pages.me}>
      <List gap label="我的住址">
        {me.homes.map((home) => (
          <Card key={home.placeId}>
            <Stack gap={2}>
              <Row between>
                <Tag>{home.label}</Tag>
                {home.placeId === current?.placeId ? <Tag tone="accent">正在看这里的服务</Tag> : null}
              </Row>
              <Text size="large" strong>
                {home.tail}
              </Text>
              <Text tone="quiet">{home.community}</Text>
              <Row gap={2}>
                {home.placeId === current?.placeId ? null : (
                  <Button variant="quiet" label={`看这里的服务：${home.tail}`} onPress={() => chooseHome(home)}>
                    看这里的服务
                  </Button>
                )}
                {me.homes.length > 1 ? (
                  <Button variant="text-danger" label={`不住这里了：${home.tail}`} onPress={() => setLeaving(home)}>
                    不住这里了
                  </Button>
                ) : null}
              </Row>
            </Stack>
          </Card>
        ))}
      </List>
      <Card flush>
        <ListRow
          icon="plus"
          title={me.homes.length === 1 ? '搬家了，或还有别的地址' : '再加一个地址'}
          detail="常住地址只有一个：选新的常住地址，就是搬到那里。"
          onPress={() => setAdding(true)}
        />
      </Card>
      {adding ? <AddHome near={current} onClose={() => setAdding(false)} /> : null}
      <ConfirmSheet
        open={leaving !== undefined}
        title="不住这里了"
        consequence={`${leaving?.tail ?? ''}的社区服务不再显示给您，那里的工作人员也不再看到您的资料。正在办理的申请会继续办完。`}
        confirm="不住这里了"
        variant="danger"
        onClose={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (!leaving) return
          session.setMe(await api.permissions.removeHome({ params: { placeId: leaving.placeId } }))
          setLeaving(undefined)
          toast('已更新您的住址')
        }}
      />
    </Screen>
  )
}

function AddHome({ near, onClose }: { readonly near: Home | undefined; readonly onClose: () => void }) {
  const choice = useHomeChoice(() => {
    onClose()
    toast('已更新您的住址')
  })
  return (
    <Sheet open title="选择地址" onClose={onClose} footer={<HomeChoiceFoot choice={choice} askLabel />}>
      <HomePlacePicker choice={choice} near={near} />
    </Sheet>
  )
}
