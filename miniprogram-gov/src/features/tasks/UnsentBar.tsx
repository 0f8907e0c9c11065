import { Button, goTo, Notice } from '@zmht/shared/ui'
import { useMarks } from '@/lib/offline/marks'
import type { Official } from '../session/official'
import { unsentPage } from './pages'

/** How much has not been sent from this device; nothing when all has. */
export function UnsentBar({ me }: { readonly me: Official }) {
  const { unsent, waiting } = useMarks(me.id)
  if (unsent === 0) return null
  return (
    <Notice
      tone={waiting === 0 ? 'accent' : 'amber'}
      title={`还有 ${unsent} 项没有提交`}
      action={
        <Button variant="quiet" label="看没有提交的" onPress={() => goTo(unsentPage)}>
          去看看
        </Button>
      }
    >
      {waiting === 0 ? '都存在这台设备上，有网络后自动提交。' : `其中 ${waiting} 项要您来处理。`}
    </Notice>
  )
}
