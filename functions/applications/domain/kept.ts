import { filled } from '@zmht/shared/applications'
import type {
  ApplicationPart,
  ApplicationSettings,
  ChannelReply,
  LedgerReply,
  NoticeReply,
  PartOf,
  TaskReply,
} from '@zmht/shared/contract'
import { contentOfChannel } from '@zmht/shared/contract/content-of-channel'

/** A part as its keepers have made it since it was opened. */
export type Live =
  | { readonly kind: 'ledger'; readonly of: LedgerReply }
  | { readonly kind: 'service'; readonly of: ChannelReply }
  | { readonly kind: 'task'; readonly of: TaskReply }
  | { readonly kind: 'notice'; readonly of: NoticeReply }

/** @returns the part as it is now; what was filled in when it was set up is to be filled in elsewhere again */
export function keptPart(part: ApplicationPart, live: Live, { fills }: ApplicationSettings): ApplicationPart {
  if (part.kind === 'ledger' && live.kind === 'ledger')
    return unfilled(part, { ...part, content: live.of.content, measures: live.of.measures }, fills)
  if (part.kind === 'service' && live.kind === 'service')
    return unfilled(part, { ...part, content: serviceOf(part, live.of) }, fills)
  if (part.kind === 'task' && live.kind === 'task') {
    const { about: _about, due: _due, ...content } = live.of.content
    return unfilled(part, { ...part, content: { ...content, about: part.content.about } }, fills)
  }
  if (part.kind === 'notice' && live.kind === 'notice') {
    const { title, text, urgency, questions } = live.of.content
    return unfilled(part, { ...part, content: { title, text, urgency, questions } }, fills)
  }
  return part
}

/** A service as it is now; the days of its slots are asked for again, so its times of a day stay as they were. */
function serviceOf(part: PartOf<'service'>, channel: ChannelReply): PartOf<'service'>['content'] {
  const { parts: _parts, booking, ...content } = contentOfChannel(channel)
  const kept = part.slotDays === undefined ? booking : part.content.booking
  return { ...content, ...(kept === undefined ? {} : { booking: kept }) }
}

/** Where a text is just what was filled in before, it stands as it stood. */
function unfilled<T>(before: T, now: T, fills: Readonly<Record<string, string>>): T {
  const over = (was: unknown, is: unknown): unknown => {
    if (typeof was === 'string' && typeof is === 'string') return filled(was, fills) === is ? was : is
    if (Array.isArray(was) && Array.isArray(is)) return is.map((one, index) => over(was[index], one))
    if (!isObject(was) || !isObject(is)) return is
    return Object.fromEntries(Object.entries(is).map(([key, one]) => [key, over(was[key], one)]))
  }
  return over(before, now) as T // of the very shape: only texts are written otherwise
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
