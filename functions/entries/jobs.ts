import { relocateOffers, relocateRequests } from '../channels/relocate'
import { dictionaryJob, dictionaryStep } from '../hierarchy/city-dictionary'
import { importKind, importStep } from '../hierarchy/import'
import { mintJob, mintStep } from '../hierarchy/mint'
import { operationStep } from '../hierarchy/operation.job'
import { operationJob } from '../hierarchy/operations'
import { factsJob, factsStep } from '../knowledge/facts.job'
import { answerableJob, answerableStep } from '../ledgers/answerable.job'
import { relocateAnswerable } from '../ledgers/answerable-relocate'
import { duplicatesStep } from '../ledgers/duplicates.job'
import { duplicatesJob } from '../ledgers/duplicates-nightly'
import { clearingJob, clearingStep } from '../ledgers/provisions/clearing.job'
import { deliveringJob, deliveringStep } from '../ledgers/provisions/delivering.job'
import { relocatePeople } from '../ledgers/relocate'
import { rowsJob, rowsStep, turningStep } from '../ledgers/rows.job'
import { selfCheckJob, selfCheckStep } from '../ledgers/self-check.job'
import { checkingStep } from '../ledgers/sheets/checking.job'
import { exportingStep } from '../ledgers/sheets/export.job'
import { checkingJob, exportingJob, readingJob, runningJob, undoingJob } from '../ledgers/sheets/importing'
import { readingStep } from '../ledgers/sheets/reading.job'
import { runningStep } from '../ledgers/sheets/running.job'
import { undoingStep } from '../ledgers/sheets/undo.job'
import { turningJob } from '../ledgers/turning'
import { importStep as directoryImportStep, importJob } from '../permissions/import.job'
import { mergerJob } from '../permissions/merger'
import { mergerStep } from '../permissions/merger.job'
import { standingsJob, standingsStep } from '../permissions/standings.job'
import { sealJob, sealStep, verifyJob, verifyStep } from '../platform/audit.seal'
import { jobs } from '../platform/jobs'
import { relocateWork } from '../tasks/relocate'

export const jobKinds = {
  [importKind]: importStep,
  [mintJob]: mintStep,
  [dictionaryJob]: dictionaryStep,
  [factsJob]: factsStep,
  [rowsJob]: rowsStep,
  [turningJob]: turningStep,
  [selfCheckJob]: selfCheckStep,
  [answerableJob]: answerableStep,
  [duplicatesJob]: duplicatesStep,
  [importJob]: directoryImportStep,
  [mergerJob]: mergerStep,
  [standingsJob]: standingsStep,
  [readingJob]: readingStep,
  [checkingJob]: checkingStep,
  [runningJob]: runningStep,
  [undoingJob]: undoingStep,
  [exportingJob]: exportingStep,
  [deliveringJob]: deliveringStep,
  [clearingJob]: clearingStep,
  [sealJob]: sealStep,
  [verifyJob]: verifyStep,
  [operationJob]: operationStep([
    { name: '人员台账', relocate: relocatePeople },
    { name: '由谁负责', relocate: relocateAnswerable },
    { name: '办件', relocate: relocateRequests },
    { name: '待办', relocate: relocateWork },
    { name: '服务', relocate: relocateOffers },
  ]),
}
export const handler = jobs(jobKinds)
