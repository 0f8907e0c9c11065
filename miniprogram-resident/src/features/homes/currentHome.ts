import Taro from '@tarojs/taro'
import { createStore, useStore } from '@zmht/shared/ui'
import type { Resident } from '../session/resident'

export type Home = Resident['homes'][number]

const key = 'zmht-home'
const chosen = createStore<string | undefined>(undefined)

/** The home whose services are shown: the one chosen last on this device, or the first. */
export function useCurrentHome(me: Resident | undefined): Home | undefined {
  const id = useStore(chosen) ?? Taro.getStorageSync<unknown>(key)
  return me?.homes.find((home) => home.placeId === id) ?? me?.homes[0]
}

export function chooseHome(home: Pick<Home, 'placeId'>): void {
  Taro.setStorageSync(key, home.placeId)
  chosen.set(home.placeId)
}
