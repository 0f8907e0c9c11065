import { afterDay, isOver, sightIds, sightOf } from '@zmht/shared/provisions'
import { isRuleInForce } from '../../permissions/index'
import { now } from '../../platform/clock'
import { startJob } from '../../platform/jobs'
import type { Message } from '../../platform/stream/message'
import { stepByItself } from './change'
import { clearingId, clearingJob } from './clearing.job'
import { expiryDue, lastDayOf, readProvision } from './provision.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An ask is over: what came for it goes. */
export async function onProvision({ carried, change }: Message): Promise<void> {
  if (change === 'removed' || carried.source !== 'sheet') return
  const found = await readProvision(text(carried.id))
  if (found === undefined || !isOver(found.state) || found.given === undefined) return
  await startJob({
    id: clearingId(found.id),
    kind: clearingJob,
    input: { provision: found.id },
    by: found.by,
    message: '正在撤回下沉的数据',
  })
}

/** The rules of what was given are in force: rows of a ledger can be seen from now on. A sheet comes later. */
export async function onGrant({ carried }: Message): Promise<void> {
  const id = /^provision-(b[0-9a-z]{20})-/.exec(text(carried.id))?.[1]
  const found = id === undefined ? undefined : await readProvision(id)
  if (found?.source !== 'ledger' || found.state !== 'approved') return
  const wanted = sightOf(found.id, found).map((rule) => rule.id)
  const inForce = await Promise.all(
    sightIds(found.id)
      .filter((one) => wanted.includes(one))
      .map(isRuleInForce),
  )
  if (inForce.length > 0 && inForce.every((one) => one)) await stepByItself(found.id, 'begin')
}

/** The last day of an ask may be over. */
export async function onDue({ carried }: Message): Promise<void> {
  if (carried.kind !== expiryDue) return
  await stepByItself(text(carried.subject), 'expire', (one) => afterDay(lastDayOf(one)) <= now())
}
