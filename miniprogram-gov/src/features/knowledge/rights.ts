import type { ProposalReply } from '@zmht/shared/contract'
import { nextProposalState, type ProposalAction } from '@zmht/shared/rules'
import { may, type Official } from '../session/official'

const possible = ({ state }: Pick<ProposalReply, 'state'>, action: ProposalAction) =>
  nextProposalState(state, action) !== undefined

/** What somebody may do with a revision in its state: what cannot be done is not shown; the server decides in any case. */
export function actsOn(me: Official, revision: Pick<ProposalReply, 'state' | 'by'>) {
  const own = revision.by.id === me.id
  const decides = may(me, 'knowledge.review') && !own
  return {
    accept: decides && possible(revision, 'accept'),
    decline: decides && possible(revision, 'decline'),
    rewrite: own && may(me, 'knowledge.propose') && possible(revision, 'rewrite'),
    publish: may(me, 'knowledge.publish') && possible(revision, 'publish'),
    /** Who may decide, but not on what they proposed themselves. */
    waitsForOthers: own && may(me, 'knowledge.review') && possible(revision, 'accept'),
  }
}
