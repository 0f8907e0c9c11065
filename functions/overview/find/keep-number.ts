import type { Message } from '../../platform/stream/message'
import { saveNumber } from './number.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A request has come in: it is found by its number from now on. */
export async function keepNumber({ carried, change }: Message): Promise<void> {
  const [id, number] = [text(carried.id), text(carried.number)]
  if (change === 'added' && id !== '' && number.length >= 5) await saveNumber(number, id)
}
