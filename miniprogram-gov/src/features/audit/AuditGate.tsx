import { EmptyState } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'

/** Lets those through who may read the audit; to anybody else it says so, without asking the server and being refused. */
export function AuditGate({
  title,
  children,
}: {
  readonly title: string
  readonly children: (me: Official) => ReactNode
}) {
  return (
    <Gate>
      {(me) =>
        may(me, 'audit.read') ? (
          children(me)
        ) : (
          <OfficialScreen me={me} title={title} current={pages.home} back={pages.home}>
            <EmptyState
              icon="shield"
              title="您的岗位不能看审计记录"
              detail="审计记录只给安全审计岗位看。想知道自己能看什么、做什么，请到“我”里查。"
            />
          </OfficialScreen>
        )
      }
    </Gate>
  )
}
