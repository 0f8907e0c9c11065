import type { ProposalReply } from '@zmht/shared/contract'
import type { LoadedResource } from '@zmht/shared/ui'
import { useCallback, useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { refreshKnowledge } from '@/lib/knowledge'
import { type Publication, publicationOf } from './publication'

export interface Ready {
  readonly publication: Publication
  readonly revisions: readonly ProposalReply[]
}

/** Reads the chosen revisions anew, on the version in force: what is published has to be what was looked at. */
export function usePublication(ids: readonly string[]): LoadedResource<Ready> {
  const [state, setState] = useState<{ readonly data?: Ready; readonly error?: unknown; readonly loading: boolean }>({
    loading: true,
  })
  const key = ids.join()
  const reload = useCallback(async () => {
    setState({ loading: true })
    try {
      const chosen = key === '' ? [] : key.split(',')
      const [knowledge, ...revisions] = await Promise.all([
        refreshKnowledge(),
        ...chosen.map((proposalId) => api.knowledge.proposal({ params: { proposalId } })),
      ])
      setState({ data: { publication: publicationOf(knowledge, revisions), revisions }, loading: false })
    } catch (error) {
      setState({ error, loading: false })
    }
  }, [key])
  useEffect(() => void reload(), [reload])
  return { data: state.data, error: state.error, loading: state.loading, reload }
}
