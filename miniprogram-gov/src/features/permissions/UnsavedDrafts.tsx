import { goTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { DraftList } from '../frame/DraftList'
import type { Official } from '../session/official'
import { grantDrafts, type LocalDraft } from './local-drafts'

const titleOf = ({ draft, edition }: LocalDraft) =>
  `${draft.name.trim() === '' ? '没有名称的规则' : draft.name.trim()}${edition === 0 ? '' : '（修改）'}`

/** Rules begun on this device and not saved. */
export function UnsavedDrafts({ me }: { readonly me: Official }) {
  return (
    <DraftList
      title="还没保存的草稿"
      label="还没保存的草稿"
      drafts={grantDrafts}
      by={me.id}
      titleOf={titleOf}
      aboutOf={() => '存在这台设备上'}
      onOpen={({ id }) => goTo(pages.grantDraft, { id })}
    />
  )
}
