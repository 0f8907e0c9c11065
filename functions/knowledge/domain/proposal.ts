import type { Change, Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { nextProposalState } from '@zmht/shared/rules'
import type { Proposal, ProposalStep } from '../proposal.store'

/** Who acts, as people read it. */
export interface Actor {
  readonly id: string
  readonly name: string
}

interface Content {
  readonly title: string
  readonly reason: string
  readonly changes: readonly Change[]
}

export function newProposal(id: string, content: Content, author: Proposal['author'], at: Instant): Proposal {
  return {
    id,
    ...content,
    state: 'proposed',
    author,
    at,
    steps: [{ key: `${id}-1`, action: 'propose', by: author.name, at }],
    revision: 1,
    by: author.id,
  }
}

/** @throws Problem `step-not-allowed` once it is decided, `forbidden` for another's */
export function rewrite(proposal: Proposal, content: Content, by: Actor, at: Instant): Proposal {
  if (proposal.author.id !== by.id) throw new Problem('forbidden')
  return moved(proposal, 'rewrite', { key: `${proposal.id}-${proposal.revision + 1}`, by: by.name, at }, by, content)
}

/**
 * Accepts or declines. Separation of duties: nobody decides what they proposed themselves.
 * @throws Problem `own-proposal`, `note-needed` when declining without a reason, `step-not-allowed`
 */
export function review(
  proposal: Proposal,
  decision: { readonly key: string; readonly accept: boolean; readonly note?: string | undefined },
  by: Actor,
  at: Instant,
): Proposal {
  if (proposal.author.id === by.id) throw new Problem('own-proposal')
  const note = decision.note?.trim() ?? ''
  if (!decision.accept && note === '') throw new Problem('note-needed')
  const step = { key: decision.key, by: by.name, at, ...(note === '' ? {} : { note }) }
  return moved(proposal, decision.accept ? 'accept' : 'decline', step, by)
}

export function published(proposal: Proposal, version: string, by: Actor, at: Instant): Proposal {
  return { ...moved(proposal, 'publish', { key: `publish-${version}`, by: by.name, at, note: version }, by), version }
}

function moved(
  proposal: Proposal,
  action: Exclude<ProposalStep['action'], 'propose'>,
  step: Omit<ProposalStep, 'action'>,
  by: Actor,
  content?: Content,
): Proposal {
  const state = nextProposalState(proposal.state, action)
  if (state === undefined) throw new Problem('step-not-allowed')
  return {
    ...proposal,
    ...content,
    state,
    steps: [...proposal.steps, { ...step, action }],
    revision: proposal.revision + 1,
    by: by.id,
  }
}
