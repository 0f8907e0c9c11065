import type { ChannelContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { organisationFacts } from '../permissions/index'
import { unpack } from '../platform/packed'
import type { Message, Reactions } from '../platform/stream/message'
import { usesIn } from './domain/uses'
import { saveUses } from './use.store'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Writes down which attributes and relations a channel asks for, so that a revision finds whom it touches. */
async function takeChannel(message: Message): Promise<void> {
  const { id, organisationId, place, state, content, updatedAt } = message.carried
  const { title, form } = unpack<ChannelContent>(text(content))
  const organisation = await organisationFacts(text(organisationId))
  const application = `channel/${text(id)}`
  await saveUses(
    application,
    [...usesIn(form)].map(([code, controls]) => ({
      code,
      application,
      title,
      organisation: organisation?.name ?? '',
      place: text(place) as PlaceId, // as its store wrote it
      state: text(state),
      controls,
      at: text(updatedAt),
    })),
  )
}

export const reactions: Reactions = { channel: takeChannel }
