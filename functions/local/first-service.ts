import { type ChannelContent, createClient, mintChannelId, type SessionReply } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { idOfDivision } from '../hierarchy/divisions'
import { inventedPhone } from './demonstration'
import { signInHints } from './seed'

/** Signs in at a running system with the code its SMS gateway was given. */
export async function signInByPhone(
  api: string,
  sms: string,
  app: 'resident' | 'gov',
  phone: string,
): Promise<SessionReply> {
  const anonymous = clientFor(api)
  await anonymous.permissions.sendPhoneCode({ body: { app, phone } })
  const answer = await fetch(`${sms.replace(/\/sms$/, '')}/stand-in/sms?phone=${phone}`)
  const sent = (await answer.json()) as { text: string }[] // the stand-in's outbox
  const code = /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? ''
  return anonymous.permissions.signInByPhone({ body: { app, phone, code } })
}

export const clientFor = (api: string, token?: string) => createClient((call) => sent(api, call, token))

type Call = Parameters<Parameters<typeof createClient>[0]>[0]

async function sent(api: string, { method, path, body }: Call, token: string | undefined) {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json() }
}

/** A client for work that takes longer than a session: where it has ended, it signs in again and asks once more. */
export async function lastingClient(api: string, signIn: () => Promise<string>) {
  let token = await signIn()
  return createClient(async (call) => {
    const answer = await sent(api, call, token)
    if (answer.status !== 401) return answer
    token = await signIn()
    return sent(api, call, token)
  })
}

/** The community's secretary puts up a first service, as anyone would: through the API. */
export async function publishFirst(api: string, sms: string, content: ChannelContent): Promise<void> {
  const [, secretary] = (await signInHints()).filter(({ app }) => app === 'gov')
  if (secretary !== undefined) await publishAs(api, sms, secretary.phone, content, idOfDivision('110105026047'))
}

/** 说件事, put up by the district for all who live there. */
export const publishAppeals = (api: string, sms: string, content: ChannelContent): Promise<void> =>
  publishAs(api, sms, inventedPhone(1002), content, idOfDivision('110105'))

async function publishAs(
  api: string,
  sms: string,
  phone: string,
  content: ChannelContent,
  place: PlaceId,
): Promise<void> {
  const { accessToken } = await signInByPhone(api, sms, 'gov', phone)
  const client = clientFor(api, accessToken)
  const made = await client.channels.create({ params: { channelId: mintChannelId() }, body: content })
  await client.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [place] },
  })
}
