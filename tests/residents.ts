import type { PlaceId } from '@zmht/shared/geo'
import { privacyGuideline } from '@zmht/shared/rules'
import { createAccount } from '../functions/permissions/account.store'
import { phoneIndexOf } from '../functions/permissions/by-phone'
import { phoneContext } from '../functions/permissions/standing'
import { seal } from '../functions/platform/cipher'
import { now } from '../functions/platform/clock'
import { signAccessToken } from '../functions/platform/session/tokens'

/** As many residents with an account, evenly over the homes, each signed in. @returns their access tokens */
export async function residentsAt(many: number, homes: readonly PlaceId[]): Promise<readonly string[]> {
  const tokens: string[] = []
  const at = now()
  for (let number = 0; number < many; number++) {
    const home = homes[number % homes.length]
    if (home === undefined) throw new Error('there are no homes')
    const id = `a${String(number).padStart(20, '0')}`
    const phone = String(15_000_000_000 + number)
    const standing = {
      id,
      kind: 'resident' as const,
      name: `居民${number}`,
      phone: await seal(phone, phoneContext(id)),
      phoneSince: at,
      homes: [{ placeId: home, label: '常住' as const, at }],
      consented: privacyGuideline,
      posts: [],
      ended: {},
      version: 1,
    }
    await createAccount(standing, 'resident', `phone#${await phoneIndexOf(phone)}`)
    tokens.push(await signAccessToken({ actor: id, app: 'resident', family: 'crowd' }))
  }
  return tokens
}
