import type { BehalfBody } from '@zmht/shared/contract'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { type KnownPerson, personSeenBy, standsFor } from '../../ledgers/index'
import { accountOf, contactOf, personOf, residentWithPhone } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { nobodyOf } from '../domain/request'
import type { Author } from '../new-request'
import type { Behalf } from '../request.store'
import { signOfPerson, signOfPhone } from './waiting.store'

/** Whom a request is entered for: who it is, and by what they are recognised when they have no account yet. */
export interface For {
  readonly author: Author
  readonly known?: KnownPerson
  readonly authority: NonNullable<Behalf['authority']>
  /** Empty where they have an account. */
  readonly signs: readonly string[]
}

/** @returns the account of somebody of the ledgers, under whichever of the ids that stand for them */
export async function accountAmong(ids: readonly EntityId[]): Promise<string | undefined> {
  for (const id of ids) {
    const account = accountOf(id)
    if ((await contactOf(account))?.kind === 'resident') return account
  }
  return undefined
}

/** @throws Problem `not-found` for somebody who is not the official's to read; `invalid` where nobody is named */
export async function forWhom(
  requestId: string,
  { person, named }: Pick<BehalfBody, 'person' | 'named'>,
  actor: Official,
  at: string,
): Promise<For> {
  if (person !== undefined) {
    const known = await personSeenBy(actor, person, at)
    if (known === undefined) throw new Problem('not-found')
    const account = await accountAmong(known.ids)
    return {
      author: { account: account ?? nobodyOf(requestId), person: known.id, name: known.name, charges: [] },
      known,
      authority: known.looksAfter ? 'checked' : 'told',
      signs: account === undefined ? [signOfPerson(known.id)] : [],
    }
  }
  if (named === undefined)
    throw new Problem('invalid', { fields: [{ path: 'body.named', message: '请选择是哪位居民，或填写姓名' }] })
  const account = named.phone === undefined ? undefined : await residentWithPhone(named.phone)
  // Whose number it is was only told: nothing of who has it is shown or overruled.
  const own =
    account === undefined ? newPerson(requestId) : ((await standsFor(personOf(account)))[0] ?? personOf(account))
  return {
    author: { account: account ?? nobodyOf(requestId), person: own, name: named.name, charges: [] },
    authority: 'told',
    signs: account === undefined && named.phone !== undefined ? [await signOfPhone(named.phone)] : [],
  }
}

/** Of whom nothing else is known: who it is beside is found by the ledgers' look for doubles. */
const newPerson = (requestId: string): EntityId => entityId(`e${requestId.slice(1)}`)
