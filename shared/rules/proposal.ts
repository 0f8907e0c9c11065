/** The states a proposed revision of the knowledge system goes through. */
export const proposalStates = ['proposed', 'accepted', 'declined', 'published'] as const
export type ProposalState = (typeof proposalStates)[number]

export const proposalStateNames: Readonly<Record<ProposalState, string>> = {
  proposed: '待审核',
  accepted: '待发布',
  declined: '未采纳',
  published: '已发布',
}

/** Who moves it where: rewritten by its author, decided by another, published by whoever may. */
export const proposalTransitions = {
  rewrite: { from: ['proposed', 'declined'], to: 'proposed' },
  accept: { from: ['proposed'], to: 'accepted' },
  decline: { from: ['proposed', 'accepted'], to: 'declined' },
  publish: { from: ['accepted'], to: 'published' },
} as const satisfies Readonly<Record<string, { readonly from: readonly ProposalState[]; readonly to: ProposalState }>>
export type ProposalAction = keyof typeof proposalTransitions

/** @returns the state after an action, or nothing when it is not possible from here */
export function nextProposalState(from: ProposalState, action: ProposalAction): ProposalState | undefined {
  const { from: allowed, to } = proposalTransitions[action]
  return (allowed as readonly ProposalState[]).includes(from) ? to : undefined // the table's own states are among them
}
