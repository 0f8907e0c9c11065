import { isPlaceId } from '@zmht/shared/geo'
import type { Message, Reactions } from '../platform/stream/message'
import { makeDictionary } from './city-dictionary'
import { readOperation } from './operation.store'
import { comeDue, startOperationJob } from './operations'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

async function onDue({ carried, at }: Message): Promise<void> {
  const subject = text(carried.subject)
  if (carried.kind === 'operation') await comeDue(subject)
  if (carried.kind === 'dictionary' && isPlaceId(subject)) await makeDictionary(subject, at)
}

/** Started again it is the same job; it waits until the operation holds. */
async function onOperation({ carried, change }: Message): Promise<void> {
  if (change === 'removed' || carried.state !== 'effective') return
  const operation = await readOperation(text(carried.id))
  if (operation?.state === 'effective') await startOperationJob(operation)
}

export const reactions: Reactions = { due: onDue, operation: onOperation }
