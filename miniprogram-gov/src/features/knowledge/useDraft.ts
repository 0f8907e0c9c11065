import { useCallback, useState } from 'react'
import type { Draft } from './draft'
import { revisionDrafts } from './local-drafts'

/** A draft that is kept on the device at every change. */
export function useDraft({
  id,
  initial,
  proposed,
  by,
}: {
  readonly id: string
  readonly initial: Draft
  readonly proposed: boolean
  readonly by: string
}): { readonly draft: Draft; readonly setDraft: (next: Draft) => void } {
  const [draft, set] = useState(initial)
  const setDraft = useCallback(
    (next: Draft) => {
      set(next)
      revisionDrafts.keep({ id, draft: next, proposed, by })
    },
    [id, proposed, by],
  )
  return { draft, setDraft }
}
