import Taro from '@tarojs/taro'
import { type Api, type App, contract, createClient, type MeReply, type SessionReply } from '../../contract'
import { forgetResources } from '../hooks/resource'
import { createStore, useStore } from '../hooks/store'
import { forgetPlaces } from './recent-places'
import { type Tokens, taroTransport } from './transport'

/** Somebody signed in: their tokens on this device, and who they are. */
export interface Session {
  readonly api: Api
  /** Takes the answer of a sign-in. */
  readonly start: (reply: SessionReply) => void
  /** Takes a newer `me`. */
  readonly setMe: (me: MeReply) => void
  /** Signs out here and on the server. */
  readonly end: () => Promise<void>
  readonly useSession: () => SessionState
  /** Who is signed in on this device now, in whichever window: as whom a call would be made. */
  readonly signedIn: () => MeReply | undefined
  /** Asks the server who this is. `evenIfKnown`: also when this device remembers it from the last answer. */
  readonly resume: (options?: { readonly evenIfKnown?: boolean }) => Promise<void>
}

export type SessionState =
  /** Tokens are here, the person is not known yet. */
  | { readonly status: 'resuming'; readonly error?: unknown }
  | { readonly status: 'out'; readonly expired: boolean }
  | { readonly status: 'in'; readonly me: MeReply }

export function createSession({ app, baseUrl }: { readonly app: App; readonly baseUrl: string }): Session {
  const key = `zmht-${app}-session`
  const read = () => readStored(Taro.getStorageSync<unknown>(key))
  const stored = read()
  const state = createStore<SessionState>(
    !stored ? { status: 'out', expired: false } : stored.me ? { status: 'in', me: stored.me } : { status: 'resuming' },
  )
  const write = (tokens: Tokens, me: MeReply | undefined) => {
    Taro.setStorageSync(key, { ...tokens, ...(me ? { me } : {}) })
    if (me) state.set({ status: 'in', me })
  }
  const leave = (expired: boolean) => {
    Taro.removeStorageSync(key)
    forgetPlaces()
    forgetResources()
    state.set({ status: 'out', expired })
  }
  const api = createClient(
    taroTransport({
      baseUrl,
      read,
      renewed: ({ accessToken, refreshToken, me }) => write({ accessToken, refreshToken }, me),
      onSignedOut: () => leave(state.get().status !== 'out'),
    }),
  )
  const setMe = (me: MeReply) => {
    const tokens = read()
    if (tokens) write({ accessToken: tokens.accessToken, refreshToken: tokens.refreshToken }, me)
  }
  return {
    api,
    setMe,
    start: ({ accessToken, refreshToken, me }) => {
      forgetResources()
      write({ accessToken, refreshToken }, me)
    },
    end: async () => {
      // Out on this device whether or not the server can be reached; its session ends by itself within its time.
      await api.permissions.signOut().catch(() => undefined)
      leave(false)
    },
    useSession: () => useStore(state),
    signedIn: () => read()?.me,
    resume: async ({ evenIfKnown = false } = {}) => {
      const before = state.get().status
      if (before === 'out' || (before === 'in' && !evenIfKnown)) return
      try {
        setMe(await api.permissions.me())
      } catch (error) {
        if (state.get().status === 'resuming') state.set({ status: 'resuming', error })
      }
    },
  }
}

interface Stored extends Tokens {
  readonly me?: MeReply
}

function readStored(stored: unknown): Stored | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  if (!('accessToken' in stored) || !('refreshToken' in stored)) return undefined
  const { accessToken, refreshToken } = stored
  if (typeof accessToken !== 'string' || typeof refreshToken !== 'string') return undefined
  // Written by an older edition of the application it may no longer fit: then the server is asked.
  const me = 'me' in stored ? contract.permissions.me.reply.safeParse(stored.me) : undefined
  return { accessToken, refreshToken, ...(me?.success ? { me: me.data } : {}) }
}
