export type {
  ChannelCardReply,
  ChannelContent,
  ChannelReply,
  RequestCardReply,
  RequestReply,
  ServiceCardReply,
  ServiceReply,
} from './channels'
export { channelContent } from './channels'
export { type Api, createClient, type Transport, type TransportAnswer, type TransportCall } from './client'
export type { FileReply, UploadReply } from './files'
export type {
  BoundaryGeometry,
  BoundaryReply,
  ConsequencesReply,
  HistoryEntryReply,
  MintBody,
  MintPattern,
  MintPreviewReply,
  MintRow,
  OperationBody,
  OperationReply,
  OverlapReportReply,
  ParsedAddressReply,
} from './hierarchy'
export type { EffectsReply, ProposalCardReply, ProposalReply } from './knowledge'
export type {
  AlikeReply,
  ChoiceReply,
  ClaimReply,
  DecisionBody,
  EntityReply,
  FactHistoryReply,
  FactReply,
  HoldingsReply,
  PersonCardReply,
  UndecidedReply,
} from './ledgers'
export {
  mintChannelId,
  mintFileId,
  mintGridId,
  mintJobId,
  mintOperationId,
  mintProposalId,
  mintRequestId,
  mintStepKey,
} from './mint'
export type { CountsByPlaceReply, JobReply, PlaceReply, PlaceWithLineageReply } from './parts'
export {
  type AnswerableReply,
  type App,
  apps,
  type GridBody,
  type GridReply,
  type MeReply,
  type SessionReply,
} from './permissions'
export type { BodyOf, Needs, ParamsOf, QueryOf, ReplyOf, Route, Schema, Slice } from './route'
export { allRoutes, type Contract, contract, sliceOf, slicePrefixes, slices } from './routes'
export type { WorkReply } from './tasks'
