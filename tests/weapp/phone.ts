import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { hasClass, type Part, partsBelow, waitFor } from './screen'
import { type App, phoneCodeOf, runningStack } from './stack'
import { type Device, newDevice, wechatFor } from './wechat'

/** What browsers have and WeChat has not: a build that leans on one of these must fail here too. */
const notInWechat = [
  'AbortController',
  'Blob',
  'FileReader',
  'FormData',
  'MessageChannel',
  'MutationObserver',
  'URL',
  'URLSearchParams',
  'WebSocket',
  'XMLHttpRequest',
  'crypto',
  'localStorage',
  'sessionStorage',
] as const

/** A page as WeChat runs it: what `Page()` was given, living. */
interface PageInstance {
  route?: string
  readonly onLoad: (query: Readonly<Record<string, string>>) => void
  readonly onShow: () => void
  readonly onReady: () => void
  readonly onHide: () => void
  readonly onUnload: () => void
}

interface Drawn {
  readonly dom: Element
  readonly instance: PageInstance
  readonly attach: (parent: Element) => void
  readonly detach: () => void
}

interface OpenPage {
  readonly route: string
  readonly instance: PageInstance
  readonly drawn: Drawn
}

export interface PhoneOptions {
  readonly app: App
  /** The WeChat user who holds it. */
  readonly who: string
  /** The number the phone-number button gives away. */
  readonly mobile?: string
  readonly asksPrivacy?: boolean
  /** A request whose answer gets lost on the way back, once. */
  readonly losesAnswerTo?: RegExp
  /** The device of an application that was killed; absent: a new one. */
  readonly device?: Device
}

/** A phone with the built mini-program open on it. */
export interface Phone {
  /** Waits until words stand on the page in front. */
  readonly sees: (words: string) => Promise<void>
  readonly text: () => string
  /** The title in WeChat's own bar. */
  readonly title: () => string
  /** Waits for a part by role and name; `fits` says what else it must be. */
  readonly find: (role: string, name: string | RegExp, fits?: (part: Part) => boolean) => Promise<Part>
  /** Presses a button by its name, once it can be pressed. */
  readonly press: (name: string | RegExp) => Promise<void>
  /** Waits for something to answer with under a label: an input, a picker, buttons. */
  readonly asks: (label: string) => Promise<Part>
  readonly fill: (label: string, value: string) => Promise<void>
  /** What a field shows now. */
  readonly shownIn: (label: string) => string | undefined
  readonly choose: (label: string, option: string) => Promise<void>
  readonly pickDate: (label: string, day: string) => Promise<void>
  readonly route: () => string
  /** What went over the network, e.g. `GET /services`, in its order. */
  readonly sent: readonly string[]
  /** Errors nobody caught. */
  readonly troubles: readonly string[]
  /** The network goes, or comes back. */
  readonly network: (there: boolean) => void
  /** The user files as they lie on the phone. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** What outlives the application. */
  readonly device: Device
}

const folders = { resident: 'miniprogram-resident', gov: 'miniprogram-gov' } as const
const pressable = ['button', 'radio', 'checkbox', 'tab']
/** What a finger can answer with. */
const isAnswerable = (part: Part): boolean =>
  ['textbox', ...pressable].includes(part.role) || ['picker', 'canvas'].includes(part.tag)

/**
 * Starts the build as WeChat would. One phone per test file, for the build keeps its state in modules; `restart` starts it once more
 * with new ones.
 */
export function openPhone(options: PhoneOptions): Phone {
  const root = join(__dirname, '..', '..', folders[options.app], 'dist', 'weapp')
  if (!existsSync(join(root, 'app.js'))) {
    throw new Error(`${folders[options.app]} is not built: npm run build:weapp -w @zmht/${folders[options.app]}`)
  }
  const sent: string[] = []
  const troubles: string[] = []
  const device = options.device ?? newDevice()
  jest.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    troubles.push(said.map((one) => (one instanceof Error ? (one.stack ?? one.message) : String(one))).join(' '))
  })

  let title = ''
  const open: OpenPage[] = []
  const ids = new Map<string, string>()
  const context = globalThis as unknown as Record<string, unknown> // WeChat's globals have no types here
  for (const name of notInWechat) {
    Reflect.deleteProperty(context, name)
    if (name in context) Object.defineProperty(context, name, { value: undefined, configurable: true })
  }

  const load = (path: string, using: Readonly<Record<string, string>> = {}) =>
    simulate.load(join(root, path), { compiler: 'official', rootPath: root, usingComponents: using })

  const enter = (url: string) => {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    const id = ids.get(path) ?? load(path, { comp })
    ids.set(path, id)
    const query = Object.fromEntries(
      search
        .split('&')
        .filter((one) => one !== '')
        .map((one) => one.split('=', 2) as [string, string]), // a split at one sign gives two
    )
    const drawn = simulate.render(id) as unknown as Drawn // the simulator types only components it is given as objects
    drawn.attach(document.body)
    const { instance } = drawn
    instance.route = path
    open.push({ route: path, instance, drawn })
    instance.onLoad(query)
    instance.onShow()
    instance.onReady()
  }
  const leave = () => {
    const page = open.pop()
    page?.instance.onUnload()
    page?.drawn.detach()
  }
  const known = (url: string) => pages.includes(url.replace(/^\//, '').split('?')[0] ?? '')
  const going =
    (name: string, go: (url: string) => void) =>
    (call: { url?: string; success?: (said: object) => void; fail?: (said: object) => void }) => {
      const url = call.url ?? ''
      setTimeout(() => {
        if (name !== 'navigateBack' && !known(url)) {
          troubles.push(`${name} to a page that does not exist: ${url}`)
          call.fail?.({ errMsg: `${name}:fail page "${url}" is not found` })
          return
        }
        go(url)
        call.success?.({ errMsg: `${name}:ok` })
      }, 0)
    }
  const back = () => {
    if (open.length < 2) return
    leave()
    open.at(-1)?.instance.onShow()
  }

  const wx = Object.assign(
    context.wx as object,
    wechatFor({
      app: options.app,
      stack: runningStack(),
      who: options.who,
      asksPrivacy: options.asksPrivacy ?? false,
      losesAnswerTo: options.losesAnswerTo,
      device,
      onSend: (call) => sent.push(call),
      onTitle: (words) => {
        title = words
      },
    }),
    {
      navigateTo: going('navigateTo', (url) => {
        open.at(-1)?.instance.onHide()
        enter(url)
      }),
      redirectTo: going('redirectTo', (url) => {
        leave()
        enter(url)
      }),
      reLaunch: going('reLaunch', (url) => {
        while (open.length > 0) leave()
        enter(url)
      }),
      navigateBack: going('navigateBack', back),
    },
  )
  context.wx = wx

  let app: { onLaunch?: (options: object) => void; onShow?: (options: object) => void } = {}
  context.App = (given: typeof app) => {
    app = given
  }
  context.getApp = () => app
  context.getCurrentPages = () => open.map(({ instance }) => instance)
  const component = context.Component as (definition: object) => void // set by the simulator
  context.Page = ({ data, ...methods }: { readonly data?: object }) => component({ data, methods })

  // Taro's own file.
  const config = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as {
    pages: string[]
    subPackages?: { root: string; pages: string[] }[]
  }
  const inPackages = (config.subPackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))
  const pages = [...config.pages, ...inPackages]
  const first = pages[0] ?? ''
  let comp = ''
  try {
    require(join(root, 'app.js'))
    comp = load('comp')
    const launch = { path: first, query: {}, scene: 1001, referrerInfo: {} }
    app.onLaunch?.(launch)
    app.onShow?.(launch)
    enter(first)
  } catch (error) {
    // The place in the build, without its source: one line of it is a hundred thousand characters long.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    throw new Error(`the build does not start: ${stack.replaceAll(root, '').replace(/\n +at /g, '; at ')}`)
  }

  const surface = (): Element => {
    const front = open.at(-1)
    if (front === undefined) throw new Error('no page is open')
    return front.drawn.dom
  }
  const text = () => surface().textContent ?? ''
  /** An open sheet covers the page. */
  const parts = (): readonly Part[] => {
    const all = partsBelow(surface())
    const sheet = all.filter((part) => part.role === 'dialog').at(-1)
    return sheet === undefined ? all : [sheet, ...sheet.parts()]
  }
  const there = () => `on ${open.at(-1)?.route} 「${title}」: ${text()}\ntroubles: ${troubles.join('\n')}`
  const named = (part: Part, name: string | RegExp) =>
    typeof name === 'string' ? part.name === name : name.test(part.name)
  const field = (label: string): Part | undefined =>
    parts().find(
      (part) =>
        hasClass(part, 'z-field') &&
        part.parts().some((one) => hasClass(one, 'z-field__label') && one.text.replace('（可不填）', '') === label),
    )
  const inField = (label: string, fits: (part: Part) => boolean) =>
    waitFor(
      () => field(label)?.parts().find(fits),
      () => `no fitting input called 「${label}」 ${there()}`,
    )

  /** An input says its label, and after it what is wrong. */
  const input = (label: string) =>
    parts().find((part) => part.role === 'textbox' && (part.name === label || part.name.startsWith(`${label}，`)))
  const shownIn = (label: string) => input(label)?.attribute('value')
  /** A picker's face says its label and what is chosen. */
  const picker = (label: string, chosen = '') =>
    parts().find(
      (part) => part.tag === 'picker' && part.parts().some((one) => one.name.startsWith(`${label}，${chosen}`)),
    )

  return {
    sent,
    troubles,
    files: device.files,
    device,
    network: (there) => {
      device.online = there
      for (const listener of device.listeners) listener()
    },
    text,
    title: () => title,
    route: () => open.at(-1)?.route ?? '',
    sees: async (words) => {
      await waitFor(
        () => (text().includes(words) ? true : undefined),
        () => `「${words}」 does not appear ${there()}`,
      )
    },
    find: (role, name, fits = () => true) =>
      waitFor(
        () => parts().find((part) => part.role === role && named(part, name) && fits(part)),
        () => `no ${role} called 「${name}」 ${there()}`,
      ),
    press: async (name) => {
      const button = await waitFor(
        () =>
          parts().find(
            (part) => pressable.includes(part.role) && named(part, name) && !hasClass(part, 'z-pressable--off'),
          ),
        () => `nothing to press called 「${name}」 ${there()}`,
      )
      // What WeChat itself does when one of its own buttons is pressed.
      switch (button.attribute('open-type')) {
        case 'agreePrivacyAuthorization':
          button.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
          break
        case 'getPhoneNumber':
          button.emit('getphonenumber', {
            errMsg: 'getPhoneNumber:ok',
            ...(options.mobile === undefined ? {} : { code: phoneCodeOf(options.mobile) }),
          })
          break
        default:
          button.emit('tap', { x: 1, y: 1 })
      }
    },
    asks: (label) =>
      waitFor(
        () =>
          parts().find((part) => isAnswerable(part) && part.name.includes(label)) ??
          field(label)?.parts().find(isAnswerable),
        () => `nothing asks for 「${label}」 ${there()}`,
      ),
    fill: async (label, value) => {
      const found = await waitFor(
        () => input(label),
        () => `no input called 「${label}」 ${there()}`,
      )
      found.emit('focus', { value: found.attribute('value') })
      found.emit('input', { value, cursor: value.length, keyCode: 0 })
      // The build has taken it over when it draws it back.
      await waitFor(
        () => (shownIn(label) === value ? true : undefined),
        () => `「${label}」 shows 「${shownIn(label)}」 instead of 「${value}」 ${there()}`,
      )
      found.emit('blur', { value })
    },
    shownIn,
    choose: async (label, option) => {
      const choice = await inField(label, (part) => ['radio', 'checkbox'].includes(part.role) && part.name === option)
      choice.emit('tap', { x: 1, y: 1 })
      await inField(label, (part) => part.name === `${option}，已选`)
    },
    pickDate: async (label, day) => {
      const found = await waitFor(
        () => picker(label),
        () => `no picker called 「${label}」 ${there()}`,
      )
      found.emit('change', { value: day })
      await waitFor(
        () => picker(label, day),
        () => `「${label}」 does not show 「${day}」 ${there()}`,
      )
    },
  }
}

/** Kills an application, and starts it anew on the same device: only what it kept outlives it. */
export function restart(killed: Phone, options: PhoneOptions): Phone {
  const { device } = killed
  // Whatever it still does, it does on a device that listens to it no more.
  device.listeners.clear()
  document.body.replaceChildren()
  // Where the bundler hands its parts over: those of the former start would go on with its modules.
  Reflect.deleteProperty((globalThis as unknown as { wx: object }).wx, 'webpackJsonp') // WeChat's globals have no types here
  jest.resetModules()
  const fresh = require('./phone') as typeof import('./phone') // the same module, new
  return fresh.openPhone({ ...options, device })
}
