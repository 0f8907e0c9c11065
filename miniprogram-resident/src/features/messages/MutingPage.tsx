import { Card, Notice, Screen, Stack, Switch, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { setMuted, useKept } from './kept'
import type { Mutable } from './stream'

export function MutingPage() {
  return <Gate>{(me) => <Muting me={me} />}</Gate>
}

const kinds: readonly { readonly kind: Mutable; readonly label: string; readonly detail: string }[] = [
  { kind: 'important', label: '重要通知', detail: '例如停水停电、疫苗接种' },
  { kind: 'routine', label: '一般通知', detail: '例如社区活动' },
  { kind: 'progress', label: '办理进展', detail: '您申请的服务走到哪一步' },
  { kind: 'system', label: '系统消息', detail: '谁看过您的信息，代办申请的结果' },
]

/** What somebody wants to be told of, on this device. */
function Muting({ me }: { readonly me: Resident }) {
  const { muted } = useKept(me.id)
  return (
    <Screen title="哪些消息提醒我" back={pages.messages}>
      <Notice tone="danger" title="紧急通知一定会提醒您">
        汛情、燃气泄漏这样的紧急通知不能关。
      </Notice>
      <Card>
        <Stack gap={2}>
          {kinds.map(({ kind, label, detail }) => (
            <Switch
              key={kind}
              label={label}
              detail={detail}
              on={!muted.includes(kind)}
              onChange={(on) => setMuted(me.id, kind, !on)}
            />
          ))}
        </Stack>
      </Card>
      <Text size="small" tone="quiet">
        关掉的消息不再计入未读，也不排在前面，但都还在“消息”里，随时能看。只在这台设备上有效。
      </Text>
    </Screen>
  )
}
