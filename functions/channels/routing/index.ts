/** Routing of appeals, for the rest of the slice: what is proposed, what is taught, what a text mentions. */
export { type AskedForMentions, type FoundMention, findMentions, type MentionCandidate } from './find-mentions'
export { cityAround, type Taught, teachRouting } from './learnt'
export { type CorrectionCard, correctionsOfCity } from './learnt.store'
export {
  type AskedToRoute,
  type ProposedDepartment,
  propose,
  type RoutingGuess,
  type RoutingProposal,
} from './propose'
