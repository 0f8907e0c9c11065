import { ended } from '@zmht/shared/rules'
import { contactOf } from '../permissions/index'
import { chinaTime, now } from '../platform/clock'
import { sendSubscribeMessage } from '../platform/outside/wechat'
import type { Message } from '../platform/stream/message'
import { saveDelivery, wasDelivered } from './delivery.store'
import { desksOf } from './domain/desks'
import type { Request } from './request.store'
import { overseersAt, undertakersOf } from './request-access'

/** What makes an organisation look: it was given something, or the resident asks for it. */
function wordsFor({ carried, before, change }: Message): string | undefined {
  const differs = (field: string) => JSON.stringify(carried[field]) !== JSON.stringify(before?.[field])
  if (change === 'added' || differs('desk') || differs('beside')) return '有新的诉求'
  if (differs('supervised')) return '上级督办'
  if (differs('overseers')) return '超期未办结'
  if (differs('stepLate') && carried.stepLate === true) return '这步超期'
  if (differs('urgedOn')) return '居民催办'
  if (differs('overdue') && carried.overdue === true) return '已经超期'
  return differs('reopened') ? '居民请再办' : undefined
}

/**
 * Whoever is in office at an organisation that has something new to do about a request is told by WeChat, once for each revision; who has it in hand alone where
 * somebody has. Whoever did not agree to messages finds it in their list.
 */
export async function tellDesks(request: Request, message: Message): Promise<void> {
  const words = wordsFor(message)
  if (words === undefined || ended.includes(request.state)) return
  const holder = request.claimedBy?.id
  // Superiors hear when it is reported to them; what they or the resident say of it is for whoever has it.
  const isReported = words === '超期未办结'
  const offices = desksOf(request).filter(({ part }) => (part === 'overseer') === isReported)
  const peopleAt = isReported ? overseersAt : undertakersOf
  const people =
    holder === undefined || isReported
      ? (await Promise.all(offices.map(({ organisation }) => peopleAt(request, organisation)))).flat()
      : [{ id: holder }]
  for (const id of new Set(people.map((one) => one.id))) {
    const openId = (await contactOf(id))?.openId
    const delivery = `${request.revision}-${id}`
    if (openId === undefined || (await wasDelivered(request.id, delivery))) continue
    const outcome = await sendSubscribeMessage('gov', {
      openId,
      page: `channels/request/index?id=${request.id}`,
      // The fields of the progress template, as long as WeChat takes them.
      data: {
        thing1: request.title.slice(0, 20),
        phrase2: words.slice(0, 5),
        date3: chinaTime(request.updatedAt),
        thing4: '请打开查看并办理',
      },
    })
    await saveDelivery(request.id, delivery, outcome, now())
  }
}
