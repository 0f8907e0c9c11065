import Taro from '@tarojs/taro'
import type { Api } from '@zmht/shared/contract'
import { hostIn } from '@zmht/shared/rules'
import { goTo, toast } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { inWechat, webDomains } from '@/lib/wechat'

type Visit = Awaited<ReturnType<Api['channels']['visitLinked']>>

/** How somebody gets to what lives elsewhere: `opened`; or what they have to do themselves, in words. */
export type Left = 'opened' | 'copied' | 'in-wechat'

/** Opens a page, or another mini-program, as far as the place it is opened from allows. In WeChat it has to follow a tap. */
export async function leaveFor(visit: Visit, tab: Tab | undefined): Promise<Left> {
  if (visit.kind === 'page') return openPage(visit.url, tab)
  tab?.close()
  if (!inWechat) return 'in-wechat'
  await Taro.navigateToMiniProgram({
    appId: visit.appId,
    ...(visit.path === '' ? {} : { path: visit.path }),
    ...(visit.extraData === undefined ? {} : { extraData: visit.extraData }),
    envVersion: 'release',
  })
  return 'opened'
}

async function openPage(url: string, tab: Tab | undefined): Promise<Left> {
  if (!inWechat) {
    tab?.go(url)
    return 'opened'
  }
  if (webDomains.includes(hostIn(url.split('#')[0] ?? ''))) {
    goTo(pages.web, { url: encodeURIComponent(url) })
    return 'opened'
  }
  // WeChat shows no page beyond its business domains: the person opens it in a browser.
  await Taro.setClipboardData({ data: url })
  toast('网址已复制')
  return 'copied'
}

/** A tab that is opened with the tap itself: later the browser would take it for a pop-up. */
export interface Tab {
  readonly go: (url: string) => void
  readonly close: () => void
}

export function newTab(): Tab | undefined {
  if (process.env.TARO_ENV !== 'h5') return undefined
  const opened = window.open('', '_blank')
  if (opened !== null) opened.opener = null
  return {
    go: (url) => {
      if (opened === null) window.location.assign(url)
      else opened.location.replace(url)
    },
    close: () => opened?.close(),
  }
}
