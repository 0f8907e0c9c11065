import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  goTo,
  KeyValue,
  ListRow,
  Notice,
  PersonCard,
  Row,
  Section,
  Stack,
  Switch,
  setElder,
  Text,
  useElder,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { useMarks, wipe } from '@/lib/offline/marks'
import { session } from '@/lib/session'
import { askToBeTold, canBeTold } from '@/lib/wechat'
import { lastDay, shortDay } from '../directory/days'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'

export function MePage() {
  return <Gate>{(me) => <Me me={me} />}</Gate>
}

/** What signing out takes away, above all what has not arrived yet. */
function leavingWords(unsent: number): string {
  const all = '退出后这台设备上看不到任何居民资料，带走的任务也会清除。还没保存的服务草稿留在本机，下次登录可以继续。'
  return unsent === 0
    ? all
    : `还有 ${unsent} 项填好没有提交，退出会一并清除，找不回来。建议先到有网络的地方提交。${all}`
}

/** WeChat sends as many messages as were agreed to, one for each time. */
function Told() {
  const [said, setSaid] = useState<string>()
  const ask = async () =>
    setSaid(
      (await askToBeTold())
        ? '好了，下次有督办或者快到期时，微信会提醒您。收到以后想继续收，再点一次。'
        : '没有开启。在微信的提示里选“允许”才能收到；任务页里照样看得到督办。',
    )
  return (
    <Section title="微信提醒">
      <Card>
        <Stack gap={3}>
          <Text>有人督办，或者任务快到期时，用微信消息提醒我。</Text>
          <Row>
            <Button variant="quiet" icon="message" onPress={() => void ask()}>
              允许提醒
            </Button>
          </Row>
          {said === undefined ? null : (
            <Box live="polite">
              <Text size="small" tone="quiet">
                {said}
              </Text>
            </Box>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

function Me({ me }: { readonly me: Official }) {
  const elder = useElder()
  const today = dayOf(useNow())
  const [leaving, setLeaving] = useState(false)
  const { unsent } = useMarks(me.id)
  return (
    <OfficialScreen me={me} title="我" current={pages.me}>
      <Stack gap={6} className="g-column">
        <PersonCard name={me.name} detail={me.phone} />
        {me.away === undefined ? null : (
          <Notice tone="amber" title={`您正在休假，${shortDay(me.away, today)}回来上班`}>
            在那之前您的岗位权限暂停，事情由代理的人办理；到那一天自动恢复。想提前回来，请单位的人事管理岗位办销假。
          </Notice>
        )}
        <Section title="我的岗位">
          {me.posts.map((post) => (
            <Card key={`${post.id}/${post.as}`} label={post.title}>
              <KeyValue
                rows={[
                  { key: '岗位', value: post.title },
                  { key: '单位', value: post.organisation.name },
                  ...(post.as === 'acting' ? [{ key: '怎样任职', value: '代理' }] : []),
                  ...(post.until === undefined ? [] : [{ key: '到哪天为止', value: lastDay(post.until, today) }]),
                  { key: '管理的地点', value: post.territory.map((place) => shortName(place)).join('、') || '无' },
                ]}
              />
            </Card>
          ))}
          <Card flush>
            <ListRow icon="shield" title="我能看什么、做什么" onPress={() => goTo(pages.myAccess)} />
          </Card>
        </Section>
        <Section title="显示">
          <Card>
            <Switch label="大字版" detail="文字和按钮放大，看得更清楚" on={elder} onChange={setElder} />
          </Card>
        </Section>
        {canBeTold ? <Told /> : null}
        <Button variant="quiet" icon="leave" full onPress={() => setLeaving(true)}>
          退出登录
        </Button>
      </Stack>
      <ConfirmSheet
        open={leaving}
        title="退出登录"
        consequence={leavingWords(unsent)}
        confirm="退出登录"
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          await wipe(me.id)
          await session.end()
          setLeaving(false)
        }}
      />
    </OfficialScreen>
  )
}
