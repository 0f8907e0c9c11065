import type { Knowledge } from '@zmht/shared/knowledge'
import { type LoadedResource, useResource } from '@zmht/shared/ui'
import { useEffect } from 'react'
import { refreshKnowledge, useKnowledge } from '@/lib/knowledge'
import { type Standard, standardOf } from './resources'

/** The knowledge system with its prose; the tables are brought up to the version the prose is of. */
export function useStandard(): { readonly knowledge: Knowledge; readonly standard: LoadedResource<Standard> } {
  const knowledge = useKnowledge()
  const standard = useResource(standardOf, 'whole')
  const version = standard.data?.version
  useEffect(() => {
    if (version !== undefined && version !== knowledge.version) void refreshKnowledge()
  }, [version, knowledge.version])
  return { knowledge, standard }
}
