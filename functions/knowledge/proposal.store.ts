import type { Change, Instant, KnowledgeVersion } from '@zmht/shared/knowledge'
import { type ProposalState, proposalStates } from '@zmht/shared/rules'
import { CustomAttributeType, itemType, present } from '../platform/table/item'
import { readPage } from '../platform/table/page'
import { putIf, type TransactionPart } from '../platform/table/write'

export interface ProposalStep {
  /** Made by the client: the same step sent twice is one step. */
  readonly key: string
  readonly action: 'propose' | 'rewrite' | 'accept' | 'decline' | 'publish'
  readonly note?: string
  /** As people read it: 「社工 李敏」. */
  readonly by: string
  readonly at: Instant
}

/** A revision somebody proposes, on its way to being published. */
export interface Proposal {
  readonly id: string
  readonly title: string
  readonly reason: string
  readonly changes: readonly Change[]
  readonly state: ProposalState
  readonly author: { readonly id: string; readonly name: string; readonly organisation: string }
  readonly at: Instant
  readonly steps: readonly ProposalStep[]
  /** The version that brought it into force. */
  readonly version?: KnowledgeVersion
  readonly revision: number
  readonly by: string
}

export interface ProposalCard {
  readonly id: string
  readonly title: string
  readonly state: ProposalState
  readonly by: Proposal['author']
  readonly at: Instant
  readonly changes: number
  readonly revision: number
}

export const proposalItem = itemType({
  model: { entity: 'knowledgeProposal', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    title: { type: 'string', required: true },
    reason: { type: 'string', required: true },
    changes: { type: CustomAttributeType<readonly Change[]>('any'), required: true },
    state: { type: proposalStates, required: true },
    author: { type: CustomAttributeType<Proposal['author']>('any'), required: true },
    at: { type: 'string', required: true },
    steps: { type: CustomAttributeType<readonly ProposalStep[]>('any'), required: true },
    version: { type: 'string' },
    revision: { type: 'number', required: true },
    by: { type: 'string', required: true },
    card: { type: CustomAttributeType<ProposalCard>('any'), required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'PROPOSAL#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'PROPOSAL', casing: 'none' },
    },
    byState: {
      index: 'gsi1',
      pk: { field: 'gsi1pk', composite: ['state'], template: 'PROPOSALS#${state}', casing: 'none' },
      sk: { field: 'gsi1sk', composite: ['at', 'id'], template: '${at}#${id}', casing: 'none' },
    },
  },
})

function asItem(proposal: Proposal) {
  const { id, title, state, author, at, changes, revision } = proposal
  return present({
    ...proposal,
    card: { id, title, state, by: author, at, changes: changes.length, revision },
  })
}

export async function readProposal(id: string): Promise<Proposal | undefined> {
  const { data } = await proposalItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { card: _card, ...proposal } = data
  return present(proposal)
}

export async function proposalsIn(
  state: ProposalState,
  cursor: string | undefined,
): Promise<{ items: ProposalCard[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    proposalItem().query.byState({ state }).go({ cursor: from, limit: 20, order: 'desc' }),
  )
  return { items: data.map(({ card }) => card), ...(next === null ? {} : { next }) }
}

const onRevision = (proposal: Proposal) =>
  proposalItem()
    .put(asItem(proposal))
    .where(({ revision }, { eq, notExists }) =>
      proposal.revision === 1 ? notExists(revision) : eq(revision, proposal.revision - 1),
    )
    .params()

/** @returns false when somebody else saved since */
export async function saveProposal(proposal: Proposal): Promise<boolean> {
  const { written } = await putIf(onRevision(proposal))
  return written
}

/** The same save as a part of a larger decision. */
export const proposalPart = (proposal: Proposal): TransactionPart => ({ put: onRevision(proposal) })
