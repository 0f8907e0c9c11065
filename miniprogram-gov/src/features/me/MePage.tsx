import { shortName } from '@zmht/shared/geo'
import {
  Button,
  Card,
  ConfirmSheet,
  KeyValue,
  PersonCard,
  Section,
  Stack,
  Switch,
  setElder,
  useElder,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { session } from '@/lib/session'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'

export function MePage() {
  return <Gate>{(me) => <Me me={me} />}</Gate>
}

function Me({ me }: { readonly me: Official }) {
  const elder = useElder()
  const [leaving, setLeaving] = useState(false)
  return (
    <OfficialScreen me={me} title="我" current={pages.me}>
      <Stack gap={6} className="g-column">
        <PersonCard name={me.name} detail={me.phone} />
        <Section title="我的岗位">
          {me.posts.map((post) => (
            <Card key={post.id} label={post.title}>
              <KeyValue
                rows={[
                  { key: '岗位', value: post.title },
                  { key: '单位', value: post.organisation.name },
                  { key: '管理的地点', value: post.territory.map((place) => shortName(place)).join('、') || '无' },
                ]}
              />
            </Card>
          ))}
        </Section>
        <Section title="显示">
          <Card>
            <Switch label="大字版" detail="文字和按钮放大，看得更清楚" on={elder} onChange={setElder} />
          </Card>
        </Section>
        <Button variant="quiet" icon="leave" full onPress={() => setLeaving(true)}>
          退出登录
        </Button>
      </Stack>
      <ConfirmSheet
        open={leaving}
        title="退出登录"
        consequence="退出后这台设备上看不到任何居民资料。还没保存的服务草稿留在本机，下次登录可以继续。"
        confirm="退出登录"
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          await session.end()
          setLeaving(false)
        }}
      />
    </OfficialScreen>
  )
}
