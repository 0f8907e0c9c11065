import Taro from '@tarojs/taro'
import { createStore, useStore } from '@zmht/shared/ui'

/** The counting somebody started on this device: it goes on on the server whether or not a page looks at it. */
const storageKey = 'zmht-gov-fact-count'
/** `''`: none; absent: not read yet. */
const current = createStore<string | undefined>(undefined)

function read(): string {
  const known = current.get()
  if (known !== undefined) return known
  const stored = Taro.getStorageSync<unknown>(storageKey)
  const job = typeof stored === 'string' ? stored : ''
  current.set(job)
  return job
}

export function rememberCount(job: string): void {
  Taro.setStorageSync(storageKey, job)
  current.set(job)
}

export function forgetCount(): void {
  Taro.removeStorageSync(storageKey)
  current.set('')
}

/** @returns the id of the counting under way */
export function useCountUnderWay(): string | undefined {
  const job = useStore(current) ?? read()
  return job === '' ? undefined : job
}
