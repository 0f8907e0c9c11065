import type { Api } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { privacyGuideline } from '@zmht/shared/rules'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import type { Stack } from './browser'
import { setting } from './setting'

/** The community a scenario plays in, where its resident lives. */
export const community = setting.community.id

/** Signs in beside the applications. */
export async function apiOf(stack: Stack, app: 'resident' | 'gov', phone: string): Promise<Api> {
  const api = `${stack[app]}/api`
  return clientFor(api, (await signInByPhone(api, `${stack.outside}/sms`, app, phone)).accessToken)
}

/** A place in a community, by the names of the steps down to it. */
export async function placeNamed(api: Api, names: readonly string[], within: PlaceId = community): Promise<PlaceId> {
  let at = within
  for (const name of names) {
    const { items } = await api.hierarchy.children({ params: { placeId: at }, query: { starts: name } })
    const found = items.find((one) => one.name === name)
    if (found === undefined) throw new Error(`there is no ${name}`)
    at = found.id
  }
  return at
}

/** Somebody new with an account and a home of their own, who uses no screen. `code`: of another community */
export async function aNeighbour(stack: Stack, phone: string, door: readonly string[], code?: string): Promise<Api> {
  const api = await apiOf(stack, 'resident', phone)
  await api.permissions.consent({ params: { guideline: privacyGuideline } })
  const placeId = await placeNamed(api, door, code === undefined ? community : idOfDivision(code))
  await api.permissions.setHome({ params: { placeId }, body: { label: '常住' } })
  return api
}

/** The home of whoever is signed in. */
export async function homeOf(api: Api): Promise<PlaceId> {
  const me = await api.permissions.me()
  const home = me.kind === 'resident' ? me.homes[0]?.placeId : undefined
  if (home === undefined) throw new Error('they have a home')
  return home
}
