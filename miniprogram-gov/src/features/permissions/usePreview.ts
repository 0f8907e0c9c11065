import type { GrantContent } from '@zmht/shared/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api'
import type { PreviewReply } from './resources'

/** How long nothing is changed before it is asked what would change. */
const pause = 800

export interface Preview {
  readonly found: PreviewReply | undefined
  readonly busy: boolean
  readonly error: unknown
  /** Something was changed since. */
  readonly outdated: boolean
  readonly run: () => void
}

/**
 * Asks what a rule would change, a moment after its last change; nothing is saved.
 * @param content the rule; `undefined` while it is not complete; `withdrawal`: what taking it back would change
 */
export function usePreview(grantId: string, content: GrantContent | 'withdrawal' | undefined): Preview {
  const [state, setState] = useState<{ readonly of?: string; readonly found?: PreviewReply; readonly error?: unknown }>(
    {},
  )
  const [busy, setBusy] = useState(false)
  const latest = useRef(0)
  const asked = content === undefined ? undefined : JSON.stringify(content)
  const body = useRef(content)
  body.current = content
  const run = useCallback(async () => {
    const mine = ++latest.current
    const { current } = body
    if (current === undefined) {
      setBusy(false)
      return
    }
    setBusy(true)
    try {
      const found = await api.permissions.previewGrant({
        params: { grantId },
        body: current === 'withdrawal' ? {} : { content: current },
      })
      if (mine === latest.current) setState({ of: JSON.stringify(current), found })
    } catch (error) {
      if (mine === latest.current) setState({ error })
    } finally {
      if (mine === latest.current) setBusy(false)
    }
  }, [grantId])
  useEffect(() => {
    if (asked === undefined) {
      void run()
      return
    }
    const timer = setTimeout(() => void run(), pause)
    return () => clearTimeout(timer)
  }, [asked, run])
  return {
    found: state.found,
    busy,
    error: state.error,
    outdated: state.of !== asked,
    run: () => void run(),
  }
}
