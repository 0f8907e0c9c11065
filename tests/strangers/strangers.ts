import { mintClientId, mintOfficialId, mintOperationId, type PersonnelBody } from '@zmht/shared/contract'
import { SignJWT } from 'jose'
import { changeStanding } from '../../functions/permissions/account.store'
import { personOf } from '../../functions/permissions/index'
import { dayInChina, later, moveClock, now } from '../../functions/platform/clock'
import { signAccessToken } from '../../functions/platform/session/tokens'
import { officialPhones } from '../people'
import { phones, type World } from '../world'

/** Everybody who ever knocks at an endpoint. */
export const strangers = [
  'anonymous',
  'expired',
  'unsigned',
  'wrongKey',
  'signedOut',
  'client',
  'owner',
  'otherResident',
  'guardian',
  'worker',
  'neighbourWorker',
  'transferred',
  'onLeave',
  'otherDuty',
  'subdistrict',
  'district',
  'city',
  'auditor',
  'datongWorker',
] as const
type Api = ReturnType<World['as']>

export type Stranger = (typeof strangers)[number]

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What of an access token a forger would copy. */
function claimsOf(token: string): { header: Record<string, unknown>; payload: Record<string, unknown> } {
  const [header = '', payload = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: read(header), payload: read(payload) }
}

/** The post of 社工 of an organisation. */
async function postAt(api: Api, organisationId: string): Promise<string> {
  const { posts } = await api.permissions.organisation({ params: { organisationId } })
  const post = posts.find(({ title }) => title === '社工')
  if (post === undefined) throw new Error(`${organisationId} has no 社工`)
  return post.id
}

let unused = 19000006000

/** Somebody new who comes to 花家地北里 as 社工, and signs in there. */
async function newcomer(world: World, by: string): Promise<{ id: string; post: string; token: string }> {
  const keeper = world.as((await world.signIn('gov', by)).accessToken)
  const post = await postAt(keeper, `o${world.places.north}`)
  const id = mintOfficialId()
  const phone = String(++unused)
  await keeper.permissions.personnel({
    params: { officialId: id, operationId: mintOperationId() },
    body: {
      kind: 'appoint',
      post,
      as: 'holder',
      date: dayInChina(later(now(), -2 * 24 * 3600_000)),
      person: { name: '何立夏', phone },
      reason: '新聘',
    },
  })
  return { id, post, token: (await world.signIn('gov', phone)).accessToken }
}

/** As if the community had let one resident act for another. */
async function actFor(guardian: string, ward: string): Promise<void> {
  const charge = { entity: personOf(ward), as: 'guardian', from: '2024-01-01', held: true, edition: 1 } as const
  await changeStanding(guardian, (standing) => ({ ...standing, charges: { h00000000000000000000: charge } }))
}

/** Each stranger's access token; nobody's for the anonymous. All but their fault is in order with the broken ones. */
export async function tokensOfStrangers(world: World): Promise<Readonly<Record<Stranger, string | undefined>>> {
  const officials = await officialPhones()
  const tokenOf = async (app: 'resident' | 'gov', phone: string) => (await world.signIn(app, phone)).accessToken
  const worker = await tokenOf('gov', officials.worker)
  const { header, payload } = claimsOf(worker)

  moveClock(-16 * 60_000)
  const expired = await signAccessToken({
    actor: String(payload.sub),
    app: 'gov',
    family: String(payload.fam),
  }).finally(() => moveClock(16 * 60_000))

  const signedOut = await tokenOf('gov', officials.secretary)
  await world.as(signedOut).permissions.signOut()

  const transferred = await newcomer(world, officials.subdistrict)
  const onLeave = await newcomer(world, officials.subdistrict)
  const yesterday = dayInChina(later(now(), -24 * 3600_000))
  const tomorrow = dayInChina(later(now(), 24 * 3600_000))
  const keeper = world.as(await tokenOf('gov', officials.subdistrict))
  const record = (officialId: string, body: PersonnelBody) =>
    keeper.permissions.personnel({ params: { officialId, operationId: mintOperationId() }, body })
  await record(transferred.id, {
    kind: 'transfer',
    from: transferred.post,
    to: await postAt(keeper, `o${world.places.west}`),
    date: yesterday,
    reason: '工作需要',
  })
  await record(onLeave.id, { kind: 'absence', date: yesterday, until: tomorrow, reason: '年休假' })

  const guardian = await world.signIn('resident', phones.faraway)
  await actFor(guardian.me.id, (await world.signIn('resident', phones.resident)).me.id)

  const city = world.as(await tokenOf('gov', officials.keeper))
  const client = await city.permissions.makeClient({
    params: { clientId: mintClientId() },
    body: { name: '一网统管平台' },
  })
  const { access_token } = await world.as().permissions.accessToken({
    body: { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret },
  })

  return {
    anonymous: undefined,
    client: access_token,
    guardian: guardian.accessToken,
    transferred: transferred.token,
    onLeave: onLeave.token,
    otherDuty: await tokenOf('gov', officials.contact),
    auditor: await tokenOf('gov', officials.auditor),
    expired,
    unsigned: `${encoded({ ...header, alg: 'none' })}.${encoded(payload)}.`,
    wrongKey: await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: String(header.kid) })
      .sign(Buffer.alloc(32, 7)),
    signedOut,
    owner: await tokenOf('resident', phones.resident),
    otherResident: await tokenOf('resident', phones.neighbour),
    worker,
    neighbourWorker: await tokenOf('gov', officials.neighbourWorker),
    subdistrict: await tokenOf('gov', officials.subdistrict),
    district: await tokenOf('gov', officials.district),
    city: await tokenOf('gov', officials.city),
    datongWorker: await tokenOf('gov', officials.datongWorker),
  }
}
