import Taro from '@tarojs/taro'

/** Brings a part of the page into sight, by the id it has there; nothing happens when there is none. */
export function bringIntoSight(id: string): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.scrollIntoView({ block: 'center' })
  else void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96 }).catch(() => undefined)
}
