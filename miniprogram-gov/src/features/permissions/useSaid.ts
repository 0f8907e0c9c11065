import type { GrantReply } from '@zmht/shared/contract'
import type { Knowledge } from '@zmht/shared/knowledge'
import { useKnowledge } from '@/lib/knowledge'
import { type Named, sayGrant } from './say-grant'

/** Names of all a rule names: those the server gives, and those of the attributes. */
export function namedOf(knowledge: Knowledge, { content, named }: Pick<GrantReply, 'content' | 'named'>): Named {
  const attributes = (content.resource.attributes ?? []).flatMap((code) => {
    const name = knowledge.attribute(code)?.name
    return name === undefined ? [] : [[code, name] as const]
  })
  return { ...named, ...Object.fromEntries(attributes) }
}

/** Says rules as sentences. */
export function useSaid(): (grant: Pick<GrantReply, 'content' | 'named'>) => string {
  const knowledge = useKnowledge()
  return (grant) => sayGrant(grant.content, namedOf(knowledge, grant))
}
