import type { Instant } from '@zmht/shared/knowledge'
import { consentedTo, type Link, type Passed } from '@zmht/shared/rules'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'

/** What a resident said to what a service elsewhere asks for. */
export interface LinkConsent {
  readonly resident: string
  readonly channelId: string
  readonly title: string
  readonly name: string
  readonly version: number
  /** What it was said to: where it goes and what for. */
  readonly of: string
  readonly passes: readonly Passed[]
  readonly given: boolean
  readonly at: Instant
  readonly withdrawnAt?: Instant
}

export const linkConsentItem = itemType({
  model: { entity: 'linkConsent', version: '1', service: 'zmht' },
  attributes: {
    resident: { type: 'string', required: true },
    channelId: { type: 'string', required: true },
    title: { type: 'string', required: true },
    name: { type: 'string', required: true },
    version: { type: 'number', required: true },
    of: { type: 'string', required: true },
    passes: { type: CustomAttributeType<readonly Passed[]>('any'), required: true },
    given: { type: 'boolean', required: true },
    at: { type: 'string', required: true },
    withdrawnAt: { type: 'string' },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['resident'], template: 'LINKCONSENTS#${resident}', casing: 'none' },
      sk: { field: 'sk', composite: ['channelId'], template: '${channelId}', casing: 'none' },
    },
  },
})

/** Strongly consistent: what was withdrawn a moment ago is withdrawn. */
export async function readLinkConsent(resident: string, channelId: string): Promise<LinkConsent | undefined> {
  const { data } = await linkConsentItem().get({ resident, channelId }).go({ consistent: true })
  return data === null ? undefined : present(data)
}

export async function saveLinkConsent(consent: LinkConsent): Promise<void> {
  await putIf(linkConsentItem().put(consent).params())
}

export async function linkConsentsOf(resident: string): Promise<readonly LinkConsent[]> {
  const { data } = await linkConsentItem().query.primary({ resident }).go({ pages: 'all', consistent: true })
  return data.map((one) => present(one))
}

/** @returns what somebody said to exactly what a link asks for; undefined where they were not asked */
export async function saidTo(resident: string, channelId: string, link: Link): Promise<boolean | undefined> {
  if (link.kind === 'endpoint' || link.passes === undefined) return undefined
  const held = await readLinkConsent(resident, channelId)
  return held?.of === consentedTo(link) ? held.given : undefined
}
