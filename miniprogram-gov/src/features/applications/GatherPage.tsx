import { gather } from '@zmht/shared/applications'
import { mintApplicationId } from '@zmht/shared/contract'
import { EmptyState, goOnTo, Heading, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { blankContent } from './editing'
import { GatherPicker } from './GatherPicker'
import { applicationDrafts } from './local-drafts'

export function GatherPage() {
  return <Gate>{(me) => <Page me={me} />}</Gate>
}

/** An application out of what the organisation has: chosen here, named and wired on the next page. */
function Page({ me }: { readonly me: Official }) {
  const [id] = useState(mintApplicationId)
  return (
    <OfficialScreen me={me} title="从现有的组成" current={pages.applications} back={pages.applications}>
      {!may(me, 'application.write') ? (
        <EmptyState icon="shield" title="您的岗位不能搭建应用" detail="需要的话，请联系本单位负责编排服务的同事。" />
      ) : (
        <Stack gap={4} className="g-column">
          <Stack gap={1}>
            <Heading level={2} size="title">
              选哪些放在一起
            </Heading>
            <Text tone="quiet">
              选中的就是应用的一部分，照常在用，不另做一份。参与的单位叫作“角色”，别处安装时另选。
            </Text>
          </Stack>
          <GatherPicker
            me={me}
            done="组成应用"
            onDone={(chosen) => {
              const { parts, roles, settings, left } = gather(chosen, { parts: [], roles: [] })
              applicationDrafts.keep({
                id,
                by: me.id,
                edition: 0,
                content: { ...blankContent, parts: [...parts], roles: [...roles] },
                settings,
              })
              if (left.length > 0) toast(`没有带来：${left.join('、')}`)
              goOnTo(pages.editApplication, { id, fresh: '1' })
            }}
          />
        </Stack>
      )}
    </OfficialScreen>
  )
}
