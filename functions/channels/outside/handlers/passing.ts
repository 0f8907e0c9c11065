import { channelRoutes as routes } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { shortName } from '@zmht/shared/geo'
import { baseVersion, showValue } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { consentedTo, type Link, type Passed, type PassedKey } from '@zmht/shared/rules'
import { namedLineage, placeFacts } from '../../../hierarchy/index'
import { knowledgeNow } from '../../../knowledge/index'
import { auditLook, linkedService } from '../../../platform/audit.store'
import type { Resident } from '../../../platform/endpoint/actor'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { readOpenChannel, readVersion } from '../../channel.store'
import { checkMeant, prefilledFor, reachedHome } from '../../handlers/services'
import { checkOpen } from '../../new-request'
import { assertionFor, assertionKeys } from '../assertion'
import { type LinkConsent, linkConsentsOf, readLinkConsent, saidTo, saveLinkConsent } from '../link-consent.store'

/** What the claims are called to who reads them: OpenID Connect's standard claims where there is one. */
const claimOf: Readonly<Record<PassedKey, string>> = {
  'person.name': 'name',
  'person.mobile': 'phone_number',
  'person.birthDate': 'birthdate',
  'person.sex': 'gender',
  community: 'community',
}

export const visitLinked = endpoint(routes.visitLinked, async ({ params, body, actor, now }) => {
  const channel = await readOpenChannel(params.channelId)
  if (channel === undefined || channel.state === 'draft' || channel.version === undefined)
    throw new Problem('not-found')
  const home = await reachedHome(actor, channel.reach)
  const content = await readVersion(channel.id, channel.version)
  const link = content?.link
  // What is filled in here is not opened elsewhere.
  if (content?.for !== undefined || content === undefined || link === undefined || link.kind === 'endpoint')
    throw new Problem('not-found')
  checkOpen(channel, content, now)
  await checkMeant(actor, content.audience, now)
  const passes = link.passes ?? []
  if (body.pass !== undefined && passes.length > 0)
    await saveLinkConsent({
      resident: actor.id,
      channelId: channel.id,
      title: content.title,
      name: link.name,
      version: channel.version,
      of: consentedTo(link),
      passes,
      given: body.pass,
      at: now,
    })
  const isGiven = passes.length > 0 && (body.pass ?? (await saidTo(actor.id, channel.id, link))) === true
  const assertion = isGiven ? await handOver(channel.id, link, passes, actor, home, now) : undefined
  if (link.kind === 'page')
    return { kind: link.kind, url: assertion === undefined ? link.url : `${link.url}#assertion=${assertion}` }
  const { kind, appId, path } = link
  return { kind, appId, path, ...(assertion === undefined ? {} : { extraData: { assertion } }) }
})

/** Written down for its person before it is given out: no record, nothing goes. */
async function handOver(
  channelId: string,
  link: Exclude<Link, { kind: 'endpoint' }>,
  passes: readonly Passed[],
  actor: Resident,
  home: PlaceId,
  at: string,
): Promise<string> {
  const claims = await claimsOf(passes, actor, home, at)
  await auditLook({
    actor: `${linkedService}${link.name}`,
    action: 'link.pass',
    subject: `channel/${channelId}`,
    at,
    purpose: passes.map(({ purpose }) => purpose).join('、'),
    attributes: passes.map(({ key }) => key),
    person: actor.person,
  })
  const audience = link.kind === 'page' ? new URL(link.url).origin : link.appId
  return assertionFor(channelId, actor.id, audience, claims)
}

/** What is known of the resident, as they see it themselves. What is not known is not said. */
async function claimsOf(passes: readonly Passed[], actor: Resident, home: PlaceId, at: string) {
  const knowledge = await knowledgeNow()
  const asked = passes.map(({ key }) => key)
  const form: Form = {
    knowledge: baseVersion,
    subjects: [{ key: 'me', kind: 'person', name: '本人', is: { by: 'actor' } }],
    controls: asked.flatMap((key, index) =>
      key === 'community'
        ? []
        : [{ id: `k${index}`, kind: 'text', label: key, required: false, binding: { subject: 'me', attribute: key } }],
    ),
  }
  const known = (await prefilledFor(knowledge, form, actor, at)).me?.[0]?.values ?? {}
  const claims: Record<string, unknown> = {}
  for (const [index, key] of asked.entries()) {
    if (key === 'community') {
      const community = (await namedLineage((await placeFacts(home)).path)).find(({ level }) => level === 'community')
      if (community !== undefined) claims[claimOf[key]] = { id: community.id, name: shortName(community) }
      continue
    }
    const found = known[`k${index}`]
    const attribute = knowledge.attribute(key)
    if (found === undefined || found.masked === true || attribute === undefined) continue
    claims[claimOf[key]] = key === 'person.sex' ? showValue(attribute, found.value) : found.value
  }
  return claims
}

const shown = ({ channelId, title, name, version, passes, given, at, withdrawnAt }: LinkConsent) => ({
  channelId,
  title,
  name,
  version,
  passes: passes.map(({ key, purpose }) => ({ key, purpose })),
  given,
  at,
  ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
})

export const linkConsents = endpoint(routes.linkConsents, async ({ actor }) => ({
  items: (await linkConsentsOf(actor.id)).map(shown).sort((one, other) => (one.at < other.at ? 1 : -1)),
}))

export const withdrawLinkConsent = endpoint(routes.withdrawLinkConsent, async ({ params, actor, now }) => {
  const held = await readLinkConsent(actor.id, params.channelId)
  if (held === undefined) throw new Problem('not-found')
  if (!held.given) return shown(held)
  const next: LinkConsent = { ...held, given: false, withdrawnAt: now }
  await saveLinkConsent(next)
  return shown(next)
})

export const linkKeys = endpoint(routes.linkKeys, async () => ({ keys: await assertionKeys() }))
