import Taro from '@tarojs/taro'

/** @returns false only where the device itself says that there is no network */
export async function isOnline(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return navigator.onLine
  return (await Taro.getNetworkType().catch(() => undefined))?.networkType !== 'none'
}

/** @param listener told whenever the network has gone or come back, and when the application comes to the front again */
export function onNetworkChange(listener: () => void): void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    document.addEventListener('visibilitychange', listener)
    return
  }
  Taro.onNetworkStatusChange(listener)
  Taro.onAppShow(listener)
}

/** Runs one at a time among all tabs of a browser; WeChat has one of each mini-program. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  return process.env.TARO_ENV === 'h5' && 'locks' in navigator ? navigator.locks.request(name, work) : work()
}
