import { Button, goTo, Notice } from '@zmht/shared/ui'
import { type Offline, useUnsent } from './offline'
import { settlePage, unsentPage } from './pages'

/** What has become of what was filled in at an item, while it has not arrived. */
export function UnsentNotice({ offline, itemId }: { readonly offline: Offline | undefined; readonly itemId: string }) {
  const { entries, sending } = useUnsent(offline)
  const entry = entries.filter((one) => one.item === itemId).at(-1)
  if (entry === undefined) return null
  const { id, state } = entry
  if (state.is === 'refused')
    return (
      <Notice tone="amber" title={state.title}>
        {state.detail}
      </Notice>
    )
  if (state.is === 'differs')
    return (
      <Notice
        tone="amber"
        title="两个人都填了"
        action={
          <Button variant="quiet" onPress={() => goTo(settlePage, { id })}>
            去核对
          </Button>
        }
      >
        {`${state.theirs.by}也填了这一项，有的地方和您填的不同。`}
      </Notice>
    )
  return (
    <Notice
      title={sending === id ? '正在提交' : '填好了，还没有提交'}
      action={
        <Button variant="quiet" onPress={() => goTo(unsentPage)}>
          看没有提交的
        </Button>
      }
    >
      已存在这台设备上，有网络后自动提交。再改再提交的，以后一次为准。
    </Notice>
  )
}
