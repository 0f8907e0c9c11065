import type { ApplicationPart, ApplicationReply, RunReply } from '@zmht/shared/contract'
import { applicationStateNames } from '@zmht/shared/rules'
import type { IconName, Tone } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { noticePage, writePage } from '../notices/pages'

export const stateTones: Readonly<Record<ApplicationReply['state'], Tone>> = {
  draft: 'amber',
  opening: 'accent',
  open: 'accent',
  asking: 'accent',
  stuck: 'amber',
  retiring: 'quiet',
  retired: 'quiet',
}
export { applicationStateNames }

export const runTones: Readonly<Record<RunReply['state'], Tone>> = {
  waiting: 'accent',
  done: 'quiet',
  failed: 'amber',
  stopped: 'amber',
}

export const partIcons: Readonly<Record<ApplicationPart['kind'], IconName>> = {
  ledger: 'ledger',
  service: 'channel',
  task: 'task',
  notice: 'message',
}

/** Where what was made of a part is looked at. */
export const partPages: Readonly<Record<ApplicationPart['kind'], string>> = {
  ledger: pages.rows,
  service: pages.channel,
  task: pages.task,
  notice: noticePage,
}

/** Where one of a kind is made from the beginning. */
export const newPages: Readonly<Record<ApplicationPart['kind'], string>> = {
  ledger: pages.buildLedger,
  service: pages.newService,
  task: pages.newTask,
  notice: writePage,
}

/** What each kind is, for whoever sees the word the first time. */
export const partKindDetails: Readonly<Record<ApplicationPart['kind'], string>> = {
  ledger: '登记人、物、地、单位',
  service: '居民来申请',
  task: '工作人员去办',
  notice: '告诉居民',
}
