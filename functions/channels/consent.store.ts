import type { Instant } from '@zmht/shared/knowledge'
import { type ChannelPart, type ConsentState, channelParts, consentStates } from '@zmht/shared/rules'
import { CustomAttributeType, itemType } from '../platform/table/item'
import { putIf } from '../platform/table/write'

/** Whether an organisation agreed to take part in a channel that is not its own line's. */
export interface Consent {
  readonly organisation: string
  readonly channelId: string
  readonly part: ChannelPart
  readonly state: ConsentState
  readonly title: string
  /** Whose channel it is. */
  readonly owner: { readonly id: string; readonly name: string }
  readonly note?: string
  readonly at: Instant
  readonly by: string
}

export const consentItem = itemType({
  model: { entity: 'channelConsent', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    part: { type: channelParts, required: true },
    state: { type: consentStates, required: true },
    title: { type: 'string', required: true },
    owner: { type: CustomAttributeType<Consent['owner']>('any'), required: true },
    note: { type: 'string' },
    at: { type: 'string', required: true },
    by: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'CONSENTS#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['channelId'], template: '${channelId}', casing: 'none' },
    },
  },
})

export async function readConsent(organisation: string, channelId: string): Promise<Consent | undefined> {
  const { data } = await consentItem().get({ organisation, channelId }).go({ consistent: true })
  return data ?? undefined
}

/** What an organisation was asked to take part in, whatever it said. */
export async function consentsOf(organisation: string): Promise<Consent[]> {
  const { data } = await consentItem().query.primary({ organisation }).go({ pages: 'all' })
  return data
}

/** Saves what was said, on what was asked then. @returns false when it was asked otherwise meanwhile */
export async function saveConsent(consent: Consent, before: Consent | undefined): Promise<boolean> {
  const { written } = await putIf(
    consentItem()
      .put(consent)
      .where(({ at }, { eq, notExists }) => (before === undefined ? notExists(at) : eq(at, before.at)))
      .params(),
  )
  return written
}
