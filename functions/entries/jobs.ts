import type { importKind } from '../hierarchy/import'
import { standingIsReadBy } from '../platform/endpoint/actor'
import { ordersAreCarriedOutBy } from '../platform/endpoint/order'
import { type JobStep, jobs } from '../platform/jobs'

// What an application does for its official: through the endpoints of the slices, each loaded with the first order for it.
standingIsReadBy(async (...of) => (await import('../permissions/index')).readActor(...of))
ordersAreCarriedOutBy({
  ledgers: async () => (await import('../ledgers/endpoints')).endpoints,
  tasks: async () => (await import('../tasks/endpoints')).endpoints,
  channels: async () => (await import('../channels/endpoints')).endpoints,
})

/** A step whose code is loaded when the first job of its kind comes: one kind's code is no other's to wait for. */
const later =
  (load: () => Promise<JobStep>): JobStep =>
  async (job) =>
    (await load())(job)

/** The kinds as those who start them write them. */
type JobKind =
  | typeof importKind
  | typeof import('../hierarchy/mint')['mintJob']
  | typeof import('../hierarchy/city-dictionary')['dictionaryJob']
  | typeof import('../hierarchy/operations')['operationJob']
  | typeof import('../knowledge/facts.job')['factsJob']
  | typeof import('../ledgers/rows.job')['rowsJob']
  | typeof import('../ledgers/turning')['turningJob']
  | typeof import('../ledgers/self-check.job')['selfCheckJob']
  | typeof import('../ledgers/answerable.job')['answerableJob']
  | typeof import('../ledgers/duplicates-nightly')['duplicatesJob']
  | typeof import('../ledgers/sheets/importing')[
      | 'readingJob'
      | 'checkingJob'
      | 'runningJob'
      | 'undoingJob'
      | 'exportingJob'
      | 'searchingJob']
  | typeof import('../ledgers/provisions/delivering.job')['deliveringJob']
  | typeof import('../ledgers/provisions/clearing.job')['clearingJob']
  | typeof import('../channels/notices/unread.job')['unreadJob']
  | typeof import('../channels/notices/resend.job')['resendJob']
  | typeof import('../channels/outside/record')['hookJob']
  | typeof import('../channels/cases/follow')['caseJob']
  | typeof import('../tasks/dispatch.job')['dispatchJob']
  | typeof import('../tasks/units.job')['unitsJob']
  | typeof import('../tasks/recipients.job')['recipientsJob']
  | typeof import('../applications/opening.job')['openingJob']
  | typeof import('../applications/set-off')['runJob']
  | typeof import('../tasks/due.job')['dueJob']
  | typeof import('../permissions/import.job')['importJob']
  | typeof import('../permissions/merger')['mergerJob']
  | typeof import('../permissions/standings.job')['standingsJob']
  | typeof import('../platform/audit.seal')['sealJob' | 'verifyJob']

export const jobKinds = {
  'hierarchy.import': later(async () => (await import('../hierarchy/import')).importStep),
  'hierarchy.mint': later(async () => (await import('../hierarchy/mint')).mintStep),
  'hierarchy.dictionary': later(async () => (await import('../hierarchy/city-dictionary')).dictionaryStep),
  'hierarchy.operation': later(async () => (await import('./operation')).step),
  'knowledge.facts': later(async () => (await import('../knowledge/facts.job')).factsStep),
  'ledgers.rows': later(async () => (await import('../ledgers/rows.job')).rowsStep),
  'ledgers.turning': later(async () => (await import('../ledgers/rows.job')).turningStep),
  'ledgers.self-check': later(async () => (await import('../ledgers/self-check.job')).selfCheckStep),
  'ledgers.answerable': later(async () => (await import('../ledgers/answerable.job')).answerableStep),
  'ledgers.duplicates': later(async () => (await import('../ledgers/duplicates.job')).duplicatesStep),
  'ledgers.sheet-reading': later(async () => (await import('../ledgers/sheets/reading.job')).readingStep),
  'ledgers.sheet-checking': later(async () => (await import('../ledgers/sheets/checking.job')).checkingStep),
  'ledgers.sheet-import': later(async () => (await import('../ledgers/sheets/running.job')).runningStep),
  'ledgers.sheet-undo': later(async () => (await import('../ledgers/sheets/undo.job')).undoingStep),
  'ledgers.sheet-export': later(async () => (await import('../ledgers/sheets/export.job')).exportingStep),
  'ledgers.search': later(async () => (await import('../ledgers/search.job')).searchingStep),
  'ledgers.provision-delivering': later(
    async () => (await import('../ledgers/provisions/delivering.job')).deliveringStep,
  ),
  'ledgers.provision-clearing': later(async () => (await import('../ledgers/provisions/clearing.job')).clearingStep),
  'permissions.import': later(async () => (await import('../permissions/import.job')).importStep),
  'permissions.merger': later(async () => (await import('../permissions/merger.job')).mergerStep),
  'permissions.standings': later(async () => (await import('../permissions/standings.job')).standingsStep),
  'channels.notice-unread': later(async () => (await import('../channels/notices/unread.job')).unreadStep),
  'channels.notice-resend': later(async () => (await import('../channels/notices/resend.job')).resendStep),
  'channels.case': later(async () => (await import('../channels/cases/case.job')).caseStep),
  'channels.hooks': later(async () => (await import('../channels/outside/deliver.job')).hookStep),
  'tasks.dispatch': later(async () => (await import('../tasks/dispatch.job')).dispatchStep),
  'tasks.recipients': later(async () => (await import('../tasks/recipients.job')).recipientsStep),
  'tasks.due': later(async () => (await import('../tasks/due.job')).dueStep),
  'tasks.units': later(async () => (await import('../tasks/units.job')).unitsStep),
  'applications.opening': later(async () => (await import('../applications/opening.job')).openingStep),
  'applications.run': later(async () => (await import('../applications/run.job')).runStep),
  'seal-audit': later(async () => (await import('../platform/audit.seal')).sealStep),
  'verify-audit': later(async () => (await import('../platform/audit.seal')).verifyStep),
} satisfies Record<JobKind, JobStep>

export const handler = jobs(jobKinds)
