import type { LoadedResource } from '@zmht/shared/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openService, type Source } from './useServiceDraft'

/** Reads what a builder opens with once: never from what was remembered, and never again while something is being edited. */
export function useOpened(id: string, template: string | undefined): LoadedResource<Source> {
  const [state, setState] = useState<{ readonly data?: Source; readonly error?: unknown; readonly loading: boolean }>({
    loading: true,
  })
  const gone = useRef(false)
  const reload = useCallback(async () => {
    setState({ loading: true })
    try {
      const data = await openService(id, template)
      if (!gone.current) setState({ data, loading: false })
    } catch (error) {
      if (!gone.current) setState({ error, loading: false })
    }
  }, [id, template])
  useEffect(() => {
    gone.current = false
    void reload()
    return () => {
      gone.current = true
    }
  }, [reload])
  return { data: state.data, error: state.error, loading: state.loading, reload }
}
