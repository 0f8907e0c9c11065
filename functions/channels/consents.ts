import type { ChannelContent, ChannelReply } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { organisationContact, organisationsAbove } from '../permissions/index'
import type { Channel } from './channel.store'
import { type Consent, readConsent, saveConsent } from './consent.store'

type Parts = NonNullable<ChannelContent['parts']>
type ShownParts = NonNullable<ChannelReply['parts']>

/** An organisation below the channel's own, or the same: it is told, not asked. */
const isBelow = async (organisation: string, owner: string): Promise<boolean> =>
  (await organisationsAbove(organisation)).includes(owner)

/** The parts of a channel by name, with what those outside its own line said. */
export async function showParts(channel: Pick<Channel, 'id' | 'organisationId' | 'content'>): Promise<ShownParts> {
  const { parts = [] } = channel.content
  return Promise.all(
    parts.map(async ({ organisation, part }) => {
      const name = (await organisationContact(organisation))?.name ?? ''
      if (await isBelow(organisation, channel.organisationId)) return { organisation, name, part }
      const held = await readConsent(organisation, channel.id)
      return held?.part === part ? { organisation, name, part, consent: held.state } : { organisation, name, part }
    }),
  )
}

/**
 * Asks those outside the owner's own line who were not asked yet.
 * @throws Problem `parts-not-agreed` while one of them has not agreed, `not-found` for an organisation that is none
 */
export async function askParts(channel: Channel, parts: Parts, actor: string, at: Instant): Promise<void> {
  const owner = await organisationContact(channel.organisationId)
  const waiting: string[] = []
  for (const { organisation, part } of parts) {
    const office = await organisationContact(organisation)
    if (office === undefined || office.ended !== undefined) throw new Problem('not-found')
    if (await isBelow(organisation, channel.organisationId)) continue
    const held = await readConsent(organisation, channel.id)
    if (held?.part === part && held.state === 'given') continue
    if (held?.part === part && held.state === 'asked') {
      waiting.push(office.name)
      continue
    }
    const asked: Consent = {
      organisation,
      channelId: channel.id,
      part,
      state: 'asked',
      title: channel.content.title,
      owner: { id: channel.organisationId, name: owner?.name ?? '' },
      at,
      by: actor,
    }
    if (!(await saveConsent(asked, held))) throw new Problem('changed')
    waiting.push(office.name)
  }
  if (waiting.length > 0)
    throw new Problem('parts-not-agreed', {
      detail: `已请${waiting.join('、')}确认，同意后再发布一次就可以。草稿都还在。`,
    })
}
