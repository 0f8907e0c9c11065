import type { Contract, ProposalReply, ReplyOf } from '@zmht/shared/contract'
import { entityKinds, type Release } from '@zmht/shared/knowledge'
import { createResource } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { byCode, type Prose, proseWith } from './prose'

/** What is in force beside the tables: its version, how it came about, and the prose. */
export interface Standard {
  readonly version: string
  /** Published revisions, oldest first. */
  readonly releases: readonly Release[]
  readonly prose: Prose
}

/** The prose changes with each version only, and is large: kept while the version stays. */
let kept: Standard | undefined

async function readProse(): Promise<Prose> {
  const read = async (of: (typeof entityKinds)[number] | 'relation' | 'relations' | 'lists') =>
    (await api.knowledge.prose({ query: { of } })).items
  const [relations, lists, ...attributes] = await Promise.all([
    read('relations'),
    read('lists'),
    read('relation'),
    ...entityKinds.map(read),
  ])
  return { attributes: byCode(attributes.flat()), relations: byCode(relations), lists: byCode(lists) }
}

/** There is one; the key is always `whole`. */
export const standardOf = createResource<Standard, 'whole'>(async () => {
  const { version, releases } = await api.knowledge.releases({ query: {} })
  if (kept?.version === version) return kept
  kept = { version, releases, prose: proseWith(await readProse(), releases) }
  return kept
})

export type UsesReply = ReplyOf<Contract['knowledge']['uses']>

/** Who uses an attribute, and where it is stored. */
export const usesOf = createResource<UsesReply>((attribute) => api.knowledge.uses({ query: { attribute } }))

export const revisionOf = createResource<ProposalReply>((proposalId) =>
  api.knowledge.proposal({ params: { proposalId } }),
)
