import { randomBytes } from 'node:crypto'
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

/** What a suite can see and do to the phone itself. */
export interface Device {
  /** Whether it has a network; told to the build by `listeners`. */
  online: boolean
  readonly listeners: Set<() => void>
  /** The user files, by their path. */
  readonly files: Map<string, Uint8Array>
  /** What `setStorage` keeps; what WeChat encrypts itself is read by nobody who does not ask for it as such. */
  readonly storage: Map<string, unknown>
  readonly encrypted: Map<string, unknown>
  /** Which start of the application this is: what an earlier one still does, does nothing. */
  run: number
}

export const newDevice = (): Device => ({
  online: true,
  listeners: new Set(),
  files: new Map(),
  storage: new Map(),
  encrypted: new Map(),
  run: 0,
})

type Answer = (callbacks: Callbacks, name: string, more?: object, ok?: boolean) => void
type FileCall = Callbacks & { readonly filePath: string }
type FolderCall = Callbacks & { readonly dirPath: string }

/** The part of WeChat's file system that is used: whole files below the user's folder. */
function filesOf(files: Map<string, Uint8Array>, answer: Answer) {
  const below = (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`))
  return {
    mkdir: (call: FolderCall) => answer(call, 'mkdir'),
    readdir: (call: FolderCall) =>
      answer(call, 'readdir', { files: below(call.dirPath).map((path) => path.slice(call.dirPath.length + 1)) }),
    rmdir: (call: FolderCall) => {
      for (const path of below(call.dirPath)) files.delete(path)
      answer(call, 'rmdir')
    },
    writeFile: (call: FileCall & { readonly data: ArrayBuffer }) => {
      files.set(call.filePath, new Uint8Array(call.data.slice(0)))
      answer(call, 'writeFile')
    },
    readFile: (call: FileCall) => {
      const bytes = files.get(call.filePath)
      answer(call, 'readFile', { data: bytes?.slice().buffer }, bytes !== undefined)
    },
    unlink: (call: FileCall) => answer(call, 'unlink', {}, files.delete(call.filePath)),
  }
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
  readonly device: Device
}) {
  const { app, stack, who } = options
  let lost = false
  const { device } = options
  const { storage, encrypted } = device
  device.run += 1
  const { run } = device
  const shelf = (call: { readonly encrypt?: boolean }) => (call.encrypt === true ? encrypted : storage)
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
      if (!device.online || device.run !== run) {
        answer(call, 'request', { errno: 600001 }, false)
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
    setStorage: (call: Callbacks & { key: string; data: unknown; encrypt?: boolean }) => {
      shelf(call).set(call.key, JSON.parse(JSON.stringify(call.data)))
      answer(call, 'setStorage')
    },
    getStorage: (call: Callbacks & { key: string; encrypt?: boolean }) => {
      const data = shelf(call).get(call.key)
      answer(call, 'getStorage', { data }, data !== undefined)
    },
    removeStorage: (call: Callbacks & { key: string }) => {
      storage.delete(call.key)
      encrypted.delete(call.key)
      answer(call, 'removeStorage')
    },
    getRandomValues: (call: Callbacks & { length: number }) => {
      const random = Uint8Array.from(randomBytes(call.length))
      answer(call, 'getRandomValues', { randomValues: random.buffer })
    },
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => filesOf(device.files, answer),
    getNetworkType: (call: Callbacks) => answer(call, 'getNetworkType', { networkType: device.online ? '4g' : 'none' }),
    onNetworkStatusChange: (listener: () => void) => void device.listeners.add(listener),
    onAppShow: () => undefined,
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
  }
}
