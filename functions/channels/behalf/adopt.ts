import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { standsFor } from '../../ledgers/index'
import { contactOf } from '../../permissions/index'
import { chinaTime, now } from '../../platform/clock'
import { sendSubscribeMessage } from '../../platform/outside/wechat'
import type { Message } from '../../platform/stream/message'
import { saveDelivery, wasDelivered } from '../delivery.store'
import { system } from '../domain/request'
import { moveRequest } from '../move'
import { type Request, readRequest } from '../request.store'
import { accountAmong } from './author'
import { signOfPerson, signOfPhone, waitingFor, waitsNoMore } from './waiting.store'

/** An account has proven a phone: what was entered for that number is theirs. */
export async function adoptByPhone(account: string): Promise<void> {
  const phone = (await contactOf(account))?.phone
  if (phone === undefined || phone === '') return
  for (const id of await waitingFor(await signOfPhone(phone))) await adopt(id, account)
}

/** Two were found to be one: what was entered for either is the one's who has an account. */
export async function adoptByPerson(survivor: EntityId): Promise<void> {
  const ids = await standsFor(survivor)
  const account = await accountAmong(ids)
  if (account === undefined) return
  for (const one of ids) for (const id of await waitingFor(signOfPerson(one))) await adopt(id, account)
}

/** Somebody of the ledgers has an account by now, whose request was entered before. */
async function adopt(requestId: string, account: string): Promise<void> {
  const request = await readRequest(requestId)
  const signs = request?.behalf?.waits ?? []
  if (request === undefined || signs.length === 0) return
  try {
    await moveRequest(
      request,
      { action: 'adopt', key: `s-adopt-${requestId}`, account },
      system,
      now(),
      signs.map((sign) => waitsNoMore(sign, requestId)),
    )
  } catch (refusal) {
    // Another account was quicker: it is that one's.
    if (refusal instanceof Problem && refusal.code === 'step-not-allowed') return
    throw refusal
  }
}

export const survivorOf = ({ carried }: Message): EntityId => entityId(String(carried.survivor))

/** Whom it was entered for hears of it once, as soon as it stands in their list: they say whether it is theirs. */
export async function askAuthor(request: Request): Promise<void> {
  const { id, behalf, resident, title, updatedAt } = request
  if (behalf?.authority === undefined || behalf.acknowledged === true || behalf.waits !== undefined) return
  const revision = `behalf-${resident}`
  if (await wasDelivered(id, revision)) return
  const openId = (await contactOf(resident))?.openId
  if (openId === undefined) return
  const outcome = await sendSubscribeMessage('resident', {
    openId,
    page: `pages/request/index?id=${id}`,
    data: {
      thing1: title.slice(0, 20),
      phrase2: '请您确认',
      date3: chinaTime(updatedAt),
      thing4: '工作人员替您填的，请看看对不对',
    },
  })
  await saveDelivery(id, revision, outcome, now())
}
