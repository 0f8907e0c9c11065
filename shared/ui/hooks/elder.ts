import Taro from '@tarojs/taro'
import { createStore, useStore } from './store'

const storageKey = 'zmht-elder'
const elder = createStore<boolean | undefined>(undefined)

/** 关怀版: larger type and targets, kept on this device. */
export function useElder(): boolean {
  const known = useStore(elder)
  return known ?? Taro.getStorageSync<unknown>(storageKey) === true
}

export function setElder(on: boolean): void {
  Taro.setStorageSync(storageKey, on)
  elder.set(on)
}
