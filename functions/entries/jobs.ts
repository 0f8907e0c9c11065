import { relocateOffers, relocateRequests } from '../channels/relocate'
import { dictionaryJob, dictionaryStep } from '../hierarchy/city-dictionary'
import { importKind, importStep } from '../hierarchy/import'
import { mintJob, mintStep } from '../hierarchy/mint'
import { operationStep } from '../hierarchy/operation.job'
import { operationJob } from '../hierarchy/operations'
import { factsJob, factsStep } from '../knowledge/facts.job'
import { relocatePeople } from '../ledgers/relocate'
import { jobs } from '../platform/jobs'
import { relocateWork } from '../tasks/relocate'

export const jobKinds = {
  [importKind]: importStep,
  [mintJob]: mintStep,
  [dictionaryJob]: dictionaryStep,
  [factsJob]: factsStep,
  [operationJob]: operationStep([
    { name: '人员台账', relocate: relocatePeople },
    { name: '办件', relocate: relocateRequests },
    { name: '待办', relocate: relocateWork },
    { name: '服务', relocate: relocateOffers },
  ]),
}
export const handler = jobs(jobKinds)
