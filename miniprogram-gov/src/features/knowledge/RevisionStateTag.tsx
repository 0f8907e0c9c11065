import { type ProposalState, proposalStateNames } from '@zmht/shared/rules'
import { Tag, type Tone } from '@zmht/shared/ui'

const tones: Readonly<Record<ProposalState, Tone>> = {
  proposed: 'amber',
  accepted: 'accent',
  published: 'quiet',
  declined: 'quiet',
}

export function RevisionStateTag({ state }: { readonly state: ProposalState }) {
  return <Tag tone={tones[state]}>{proposalStateNames[state]}</Tag>
}
