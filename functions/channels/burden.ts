import type { Message } from '../platform/stream/message'
import { isFirstUse } from './burden.store'
import { type Request, saveAgain } from './request.store'

/** Notes whether somebody asks for a service again: what is known the second time is counted apart. */
export async function noteBurden(request: Request, { change }: Pick<Message, 'change'>): Promise<void> {
  const { burden, resident, channelId, id } = request
  if (change !== 'added' || burden === undefined || burden.again === true) return
  if (!(await isFirstUse(resident, channelId, id))) await saveAgain(id)
}
