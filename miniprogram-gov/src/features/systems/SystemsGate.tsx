import { EmptyState } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'

/** For whoever lets systems in; anybody else is told whom to ask. */
export function SystemsGate({ children }: { readonly children: (me: Official) => ReactNode }) {
  return (
    <Gate>
      {(me) =>
        may(me, 'permission.write') ? (
          children(me)
        ) : (
          <OfficialScreen me={me} title="系统对接" current={pages.channels} back={pages.channels}>
            <EmptyState
              icon="shield"
              title="您的岗位不能管理系统对接"
              detail="哪些系统接进来、通知它们什么，由权限管理员定。需要对接请联系本单位或上级的权限管理员。"
            />
          </OfficialScreen>
        )
      }
    </Gate>
  )
}
