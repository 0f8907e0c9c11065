import Taro from '@tarojs/taro'

type Query = Readonly<Record<string, string | undefined>>

function urlOf(page: string, query: Query): string {
  const words = Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${page}${words ? `?${words}` : ''}`
}

/** Opens a deeper page. `page` without the leading slash. */
export function goTo(page: string, query: Query = {}): void {
  void Taro.navigateTo({ url: urlOf(page, query) })
}

/** Goes on to a page that takes this one's place: what was done here is not to be done again by going back. */
export function goOnTo(page: string, query: Query = {}): void {
  void Taro.redirectTo({ url: urlOf(page, query) })
}

/** Switches between top-level pages. */
export function goToTop(page: string): void {
  void Taro.reLaunch({ url: urlOf(page, {}) })
}

/** Back to the page before, or to `otherwise` when this one was opened directly. */
export function goBack(otherwise: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goToTop(otherwise)
}
