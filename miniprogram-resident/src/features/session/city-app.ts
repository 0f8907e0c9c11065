import { createStore, toast, useStore } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { session } from '@/lib/session'

/**
 * Whoever opens the h5 from the App of their city brings an id_token in the fragment of the address: `#id_token=…`. The App had it made for
 * a nonce it asked us for, so it is good for one exchange.
 */

type Arrival =
  | { readonly status: 'coming' }
  /** Whether they go on with the App's account: the address may have been somebody else's. */
  | { readonly status: 'asking'; readonly account: string; readonly enter: () => void; readonly refuse: () => void }
  /** With what became of it, where the identity was not taken. */
  | { readonly status: 'here'; readonly error?: unknown }

/** The token in an address, if an App put one there. */
export const tokenIn = (hash: string): string | undefined =>
  new URLSearchParams(hash.replace(/^#/, '')).get('id_token') || undefined

function takeToken(): string | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const token = tokenIn(window.location.hash)
  if (token === undefined) return undefined
  // Gone from the address and its history before the router, or anybody who copies the address, reads it.
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
  return token
}

// Taken as the module is read, which is before the router is made.
let token = takeToken()
const arrival = createStore<Arrival>(token === undefined ? { status: 'here' } : { status: 'coming' })

if (process.env.TARO_ENV === 'h5') {
  // An App that comes again to an open page: it begins anew, with the token in its address.
  window.addEventListener('hashchange', () => {
    if (tokenIn(window.location.hash) !== undefined) window.location.reload()
  })
}

export const useArrival = (): Arrival => useStore(arrival)

/** 「尾号 9002」: enough to know one's own account by. */
const callIt = ({ phone, name }: { readonly phone: string; readonly name: string }): string =>
  phone === '' ? name : `手机尾号 ${phone.slice(-4)}`

/**
 * Signs in whom the App says it is, asked first unless they are signed in as the same already: an address can be handed on with a token of another in it, and
 * what is filled in would be that one's. Nothing where nobody comes from an App.
 */
export async function comeFromApp(): Promise<void> {
  // Said first, so that the mini-program's package is without the rest.
  if (process.env.TARO_ENV !== 'h5' || token === undefined) return
  const given = token
  token = undefined
  const before = session.signedIn()
  try {
    const { access_token, refresh_token, expires_in, me } = await api.permissions.exchangeToken({
      body: {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: given,
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      },
    })
    const enter = () => {
      session.start({ accessToken: access_token, refreshToken: refresh_token, expiresIn: expires_in, me })
      arrival.set({ status: 'here' })
      if (before !== undefined && before.id !== me.id) toast('已换成您在 App 里的账号')
    }
    if (before?.id === me.id) return enter()
    arrival.set({ status: 'asking', account: callIt(me), enter, refuse: () => arrival.set({ status: 'here' }) })
  } catch (error) {
    arrival.set({ status: 'here', error })
    if (before !== undefined) toast('没有从 App 确认您的身份，这里还是原来登录的账号')
  }
}
