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
export {
  type ApplicationContent,
  type ApplicationPart,
  type ApplicationRole,
  applicationContent,
  type PartOf,
  type Wire,
  type WireAction,
  type WireTrigger,
} from './application-content'
export type {
  ApplicationCardReply,
  ApplicationProblemReply,
  ApplicationReply,
  ApplicationSettings,
  RunReply,
} from './applications'
export type { AuditEntryReply, LookReply } from './audit'
export type { BookedSlotReply, SlotLeftReply, SlotTakenReply } from './booking'
export type { CaseReply, LikeAppealReply, LikeRequestReply } from './cases'
export type { BurdenReply } from './channel-burden'
export type { SharedChannelReply } from './channel-care'
export type {
  ChannelCardReply,
  ChannelContent,
  ChannelReply,
  ServiceCardReply,
  ServiceReply,
} from './channels'
export { channelContent } from './channels'
export type { AskedChargeReply, ChargeReply } from './charges'
export { type Api, createClient, type Transport, type TransportAnswer, type TransportCall } from './client'
export type {
  CommunityCardReply,
  CommunityContent,
  CommunityEntryReply,
  CommunityPageReply,
  KeptCommunityCardReply,
  KeptCommunityPageReply,
} from './community-page'
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
export type { ErrandReply, ErrandTakerReply } from './errands'
export type { FileReply, Taken, UploadReply } from './files'
export {
  type FoundGroupKind,
  type FoundGroupReply,
  type FoundKind,
  type FoundReason,
  type FoundReply,
  foundGroups,
} from './find'
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
export type { HomeReply, NewsKind, NewsReply, RolePageReply, WaitingReply } from './home'
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
export type { LinkConsentReply, LinkStateReply, ShownLink } from './linked'
export type { MessageCardReply, MessageReply } from './messages'
export {
  mintApplicationId,
  mintChannelId,
  mintChargeId,
  mintClientId,
  mintCommunityEntryId,
  mintDataSetId,
  mintFileId,
  mintGrantId,
  mintGridId,
  mintHookId,
  mintIssuerId,
  mintJobId,
  mintLedgerId,
  mintMeasureId,
  mintNoticeId,
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
export type {
  FenceReachReply,
  NoticeBody,
  NoticeCardReply,
  NoticeContent,
  NoticeNumbersReply,
  NoticeQuestion,
  NoticeReceiptReply,
  NoticeReply,
  UnreadReply,
} from './notices'
export type { BehalfBody, BehalfFormReply, BehalfServiceReply } from './on-behalf'
export type { OpenCardReply, OpenCountsReply, OpenListReply } from './open-lists'
export type { ConnectionReply, CorrectionReply, OpenServiceReply } from './open311'
export type { OrganisationOfferReply, OrganisationServiceReply } from './organisation-services'
export {
  type HookContent,
  type HookEvent,
  type HookReply,
  hookEvents,
  type OrderBody,
  type OrderReply,
} from './outside'
export type {
  BoardCellReply,
  BoardColumnReply,
  BoardReply,
  BurdenAtReply,
  BurdenMonthReply,
  CourseReply,
  DigestReply,
  LateCaseReply,
  ResponsibleReply,
  StageReply,
  WordsReply,
} from './overview'
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
export type { OwnPictureReply, PictureReply } from './picture-check'
export type { KeptAnswerReply, PublicAnswerReply } from './public-answers'
export type { ConsentReply, DeskCardReply, OfficialStep, OwnStep, RequestCardReply, RequestReply } from './requests'
export type { BodyOf, Needs, ParamsOf, QueryOf, ReplyOf, Route, Schema, Slice } from './route'
export { allRoutes, type Contract, contract, sliceOf, slicePrefixes, slices } from './routes'
export type { AppealProposalReply, AppealReadingReply } from './routing'
export { applicationRoutes } from './slices/applications'
export { channelRoutes } from './slices/channels'
export { hierarchyRoutes } from './slices/hierarchy'
export { knowledgeRoutes } from './slices/knowledge'
export { ledgerRoutes } from './slices/ledgers'
export { overviewRoutes } from './slices/overview'
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
