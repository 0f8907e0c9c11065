import { type App, loginCodeOf, type Stack, send } from './stack'

interface Callbacks {
  readonly success?: (answer: unknown) => void
  readonly fail?: (answer: unknown) => void
  readonly complete?: (answer: unknown) => void
}

interface RequestOptions extends Callbacks {
  readonly url: string
  readonly method?: string
  readonly header?: Readonly<Record<string, string>>
  readonly data?: string
  readonly dataType?: string
  readonly timeout?: number
}

/** The methods `wx.request` documents; another would fail on a phone. */
const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

/** The address written into a build when none other is given. */
const builtFor = { resident: 'http://127.0.0.1:7101/api', gov: 'http://127.0.0.1:7102/api' } as const

/**
 * What the suite gives a build of WeChat's interface: a network that reaches the running stack, this user's codes, a storage. The rest of
 * `wx` is the simulator's.
 */
export function wechatFor(options: {
  readonly app: App
  readonly stack: Stack
  readonly who: string
  /** Whether WeChat still wants its own agreement to the privacy guideline. */
  readonly asksPrivacy: boolean
  /** `PUT /me/homes/…`: the request whose first answer is lost. The server has done its work by then. */
  readonly losesAnswerTo: RegExp | undefined
  readonly onSend: (call: string) => void
  readonly onTitle: (title: string) => void
}) {
  const { app, stack, who } = options
  let lost = false
  const storage = new Map<string, unknown>()
  const answer = (callbacks: Callbacks, name: string, more: object = {}, ok = true) => {
    const said = { errMsg: `${name}:${ok ? 'ok' : 'fail'}`, ...more }
    setTimeout(() => {
      if (ok) callbacks.success?.(said)
      else callbacks.fail?.(said)
      callbacks.complete?.(said)
    }, 0)
  }
  return {
    request: (call: RequestOptions) => {
      const { method = 'GET', url, header = {}, data, dataType, timeout } = call
      const task = { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined }
      if (!methods.includes(method) || !url.startsWith(`${builtFor[app]}/`)) {
        answer(call, 'request', { errno: 600009 }, false)
        return task
      }
      options.onSend(`${method} ${url.slice(builtFor[app].length)}`)
      send({
        method,
        url: stack[app] + url.slice(builtFor[app].length),
        headers: { 'content-type': 'application/json', ...header },
        body: data,
        ...(timeout === undefined ? {} : { timeout }),
      }).then(
        ({ status, headers, text }) => {
          if (!lost && options.losesAnswerTo?.test(`${method} ${url.slice(builtFor[app].length)}`)) {
            lost = true
            answer(call, 'request', { errno: 600001 }, false)
            return
          }
          answer(call, 'request', {
            statusCode: status,
            header: headers,
            data: dataType === 'text' ? text : JSON.parse(text),
          })
        },
        () => answer(call, 'request', {}, false),
      )
      return task
    },
    login: (call: Callbacks) => answer(call, 'login', { code: loginCodeOf(who) }),
    getPrivacySetting: (call: Callbacks) =>
      answer(call, 'getPrivacySetting', {
        needAuthorization: options.asksPrivacy,
        privacyContractName: '《用户隐私保护指引》',
      }),
    setNavigationBarTitle: (call: Callbacks & { readonly title: string }) => {
      options.onTitle(call.title)
      answer(call, 'setNavigationBarTitle')
    },
    pageScrollTo: (call: Callbacks) => answer(call, 'pageScrollTo'),
    // WeChat copies what is stored, and answers an empty string where nothing is.
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.parse(JSON.stringify(value))),
    getStorageSync: (key: string): unknown => {
      const value = storage.get(key)
      return value === undefined ? '' : JSON.parse(JSON.stringify(value))
    },
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  }
}
