export type { DecisionReply } from './access'
export {
  type AnswerableCountsReply,
  type AnsweredKind,
  answeredKinds,
  type EntityAnswerableReply,
  type FoundAnswerableReply,
  mostSectorRules,
  type SectorRuleBody,
  type SupervisionReply,
} from './answerable'
export type { AuditEntryReply, LookReply } from './audit'
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
export type { AskedChargeReply, ChargeReply } from './charges'
export { type Api, createClient, type Transport, type TransportAnswer, type TransportCall } from './client'
export type {
  DataSetReply,
  DeliveryReply,
  ProvidedRowReply,
  ProvisionCardReply,
  ProvisionReply,
} from './data-sent-down'
export type {
  CataloguePostReply,
  FoundPerson,
  ImportBody,
  ImportChange,
  ImportRow,
  OfficialReply,
  OrganisationBody,
  OrganisationReply,
  PersonnelBody,
  PersonnelKind,
  PersonnelReply,
  PostBody,
  PostReply,
} from './directory'
export type { DuplicateReply, MergedReply } from './duplicates'
export type { EntityGraphReply, FoundEntityReply, HappeningReply } from './entities'
export type { FileReply, Taken, UploadReply } from './files'
export type { DueFactReply, DueReply, FreshnessReply, FreshnessSumsReply } from './freshness'
export type { ChangeReply, GrantContent, GrantReply } from './grants'
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
export {
  type LedgerCardReply,
  type LedgerReply,
  type MeasureReply,
  mostViews,
  type ReadingReply,
  type RowReply,
  readConditions,
  readRowState,
  type SavedView,
  type ViewsReply,
} from './ledger-book'
export type { LedgerMapReply, MapPointReply } from './ledger-map'
export { type FoundRowsReply, mostSearched } from './ledger-search'
export {
  type ImportPreviewReply,
  type ImportState,
  mostEdited,
  mostSheetBytes,
  type SheetColumnReply,
  type SheetImportCardReply,
  type SheetImportReply,
  type SheetImportRowReply,
  sheetTypes,
} from './ledger-sheets'
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
  mintChargeId,
  mintClientId,
  mintDataSetId,
  mintFileId,
  mintGrantId,
  mintGridId,
  mintJobId,
  mintLedgerId,
  mintMeasureId,
  mintOfficialId,
  mintOperationId,
  mintOrganisationId,
  mintPostId,
  mintProposalId,
  mintProvisionId,
  mintRequestId,
  mintStepKey,
  mintTaskId,
  mintViewId,
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
export { channelRoutes } from './slices/channels'
export { hierarchyRoutes } from './slices/hierarchy'
export { knowledgeRoutes } from './slices/knowledge'
export { ledgerRoutes } from './slices/ledgers'
export { permissionRoutes } from './slices/permissions'
export { taskRoutes } from './slices/tasks'
export type { ListCandidateReply, RecognisedReply } from './task-lists'
export type {
  ComparedMeasureReply,
  KeptMeasureReply,
  MeasuredReply,
  ShownMeasureReply,
  TaskMeasuresReply,
  TaskSheetReply,
} from './task-measures'
export type { GivenItemReply } from './task-recipients'
export type {
  LastedReply,
  UnitContactReply,
  UnitEntryReply,
  UnitReply,
  UnitReport,
  UnitReportReply,
  UnitsReply,
} from './task-units'
export type {
  ItemCardReply,
  ItemFileReply,
  ItemOfSomeReply,
  ItemReply,
  OwnItemCardReply,
  OwnItemReply,
  PackedItemReply,
  TaskAbout,
  TaskCardReply,
  TaskContent,
  TaskReachReply,
  TaskReply,
  WorkReply,
} from './tasks'
