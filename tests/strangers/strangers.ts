import { SignJWT } from 'jose'
import { moveClock } from '../../functions/platform/clock'
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
  'owner',
  'otherResident',
  'worker',
  'neighbourWorker',
  'subdistrict',
  'district',
  'city',
  'datongWorker',
] as const
export type Stranger = (typeof strangers)[number]

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What of an access token a forger would copy. */
function claimsOf(token: string): { header: Record<string, unknown>; payload: Record<string, unknown> } {
  const [header = '', payload = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: read(header), payload: read(payload) }
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

  return {
    anonymous: undefined,
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
