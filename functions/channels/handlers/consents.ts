import { channelRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { auditRefusal } from '../../platform/audit.store'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type Consent, consentsOf, readConsent, saveConsent } from '../consent.store'
import { organisationsOf } from '../request-access'

const show = ({ organisation, channelId, part, state, title, owner, note, at }: Consent) => ({
  organisation,
  channelId,
  part,
  state,
  title,
  owner: owner.name,
  ...(note === undefined ? {} : { note }),
  at,
})

export const consents = endpoint(routes.consents, async ({ actor }) => {
  const all = await Promise.all(organisationsOf(actor).map(consentsOf))
  // What waits stands first, then the latest.
  const order = (one: Consent) => `${one.state === 'asked' ? '1' : '0'}${one.at}`
  return {
    items: all
      .flat()
      .sort((one, other) => (order(one) < order(other) ? 1 : -1))
      .map(show),
  }
})

export const consent = endpoint(routes.consent, async ({ params, body, actor, now }) => {
  const { channelId } = params
  const { organisation, agree, note } = body
  if (!organisationsOf(actor).includes(organisation)) {
    await auditRefusal({ actor: actor.id, action: 'request.undertake', subject: `channel/${channelId}`, at: now })
    throw new Problem('not-found')
  }
  const held = await readConsent(organisation, channelId)
  if (held === undefined) throw new Problem('not-found')
  const state = agree ? 'given' : 'refused'
  if (held.state === state) return show(held)
  const { note: _note, ...rest } = held
  const said: Consent = { ...rest, state, ...(note === undefined ? {} : { note }), at: now, by: actor.id }
  if (!(await saveConsent(said, held))) throw new Problem('changed')
  return show(said)
})
