import Taro from '@tarojs/taro'
import { isPlaceId, levels } from '../../geo'
import type { PathStep } from '../domain/place-source'

const key = 'zmht-recent-places'
const most = 8

function stepOf(value: unknown): PathStep | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value) || !('level' in value)) {
    return undefined
  }
  const level = levels.find((one) => one === value.level)
  if (typeof value.id !== 'string' || !isPlaceId(value.id) || typeof value.name !== 'string') return undefined
  return level === undefined ? undefined : { id: value.id, name: value.name, level }
}

/** The places chosen lately on this device, the latest first; what an older edition wrote differently is left out. */
export function recentPlaces(): readonly (readonly PathStep[])[] {
  const stored = Taro.getStorageSync<unknown>(key)
  if (!Array.isArray(stored)) return []
  return stored.flatMap((one: unknown): (readonly PathStep[])[] => {
    if (!Array.isArray(one)) return []
    const path = one.map(stepOf)
    return path.length > 0 && path.every((step) => step !== undefined) ? [path] : []
  })
}

export function rememberPlace(path: readonly PathStep[]): void {
  const place = path.at(-1)
  if (place === undefined) return
  const others = recentPlaces().filter((one) => one.at(-1)?.id !== place.id)
  Taro.setStorageSync(key, [path, ...others].slice(0, most))
}

/** When somebody signs out: what they chose is nobody else's business. */
export function forgetPlaces(): void {
  Taro.removeStorageSync(key)
}
