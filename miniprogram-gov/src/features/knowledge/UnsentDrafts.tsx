import { goTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { DraftList } from '../frame/DraftList'
import type { Official } from '../session/official'
import { type LocalDraft, revisionDrafts } from './local-drafts'

const titleOf = ({ draft, proposed }: LocalDraft) =>
  draft.title.trim() === '' ? '没有标题的修订' : proposed ? `${draft.title}（修改）` : draft.title

/** Revisions begun on this device and not sent. */
export function UnsentDrafts({ me }: { readonly me: Official }) {
  return (
    <DraftList
      title="还没提交的"
      label="还没提交的修订"
      drafts={revisionDrafts}
      by={me.id}
      titleOf={titleOf}
      aboutOf={({ draft }) => `${draft.changes.length} 处改动，存在这台设备上`}
      onOpen={({ id }) => goTo(pages.propose, { id })}
    />
  )
}
