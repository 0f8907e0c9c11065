import { relocateNotices, relocateReaders } from '../channels/notices/relocate'
import { relocateOffers, relocateRequests } from '../channels/relocate'
import { operationStep } from '../hierarchy/operation.job'
import { relocateAnswerable } from '../ledgers/answerable-relocate'
import { relocatePeople } from '../ledgers/relocate'
import { relocateItems, relocateWork } from '../tasks/relocate'

/** What a merger or a move of places takes along, in this order. */
export const step = operationStep([
  { name: '人员台账', relocate: relocatePeople },
  { name: '由谁负责', relocate: relocateAnswerable },
  { name: '办件', relocate: relocateRequests },
  { name: '待办', relocate: relocateWork },
  { name: '任务项', relocate: relocateItems },
  { name: '服务', relocate: relocateOffers },
  { name: '通知', relocate: relocateNotices },
  { name: '收通知的人', relocate: relocateReaders },
])
