import { Button, Card, ConfirmSheet, goTo, goToTop, ListRow, Screen, Switch, setElder, useElder } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { session } from '@/lib/session'
import { requestDrafts } from '../apply/drafts'
import { Gate } from '../session/Gate'
import type { Resident } from '../session/resident'
import { ownItemDrafts } from '../tasks/drafts'

export function SettingsPage() {
  return <Gate>{(me) => <Settings me={me} />}</Gate>
}

function Settings({ me }: { readonly me: Resident }) {
  const elder = useElder()
  const [leaving, setLeaving] = useState(false)
  return (
    <Screen title="设置" back={pages.me}>
      <Card>
        <Switch label="关怀版" detail="字更大，按钮更大" on={elder} onChange={setElder} />
      </Card>
      <Card flush>
        <ListRow icon="shield" title="用户隐私保护指引" onPress={() => goTo(pages.privacy)} />
      </Card>
      <Button full variant="quiet" icon="leave" onPress={() => setLeaving(true)}>
        退出登录
      </Button>
      <ConfirmSheet
        open={leaving}
        title="退出登录"
        consequence="没有提交的草稿会从这台设备上删除。已经提交的申请会继续办理，重新登录就能看到。"
        confirm="退出登录"
        variant="danger"
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          requestDrafts.dropAll(me.id)
          ownItemDrafts.dropAll(me.id)
          await session.end()
          goToTop(pages.services)
        }}
      />
    </Screen>
  )
}
