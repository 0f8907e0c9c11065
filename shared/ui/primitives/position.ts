import Taro from '@tarojs/taro'
import type { Taken } from '../../contract'
import { converted, type Position } from '../../geo/coordinates'
import { wasCancelled } from './wechat-failure'

/** A position could not be had; the message says what to do instead. */
export class NoPosition extends Error {}

const refused = '没有得到您的位置，请允许使用位置后再试，或直接在地图上选'

/** @returns where the device is, GCJ-02. @throws NoPosition */
export const currentPosition = async (): Promise<Position> => (await currentFix()).position

interface Fix {
  readonly position: Position
  /** In metres. */
  readonly accuracy: number
}

/** @returns where the device is, GCJ-02, and how well it knows. @throws NoPosition */
async function currentFix(): Promise<Fix> {
  if (process.env.TARO_ENV === 'h5') {
    const { position, accuracy } = await browserPosition()
    return { position: converted(position, 'wgs84', 'gcj02'), accuracy }
  }
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true })
    return { position: [longitude, latitude], accuracy }
  } catch {
    throw new NoPosition(refused)
  }
}

/** Browsers give positions on secure pages only, in WGS-84. */
function browserPosition(): Promise<Fix> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new NoPosition('这个浏览器不能定位，请直接在地图上选'))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => resolve({ position: [longitude, latitude], accuracy }),
      () => reject(new NoPosition(refused)),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
}

/** How long a photo waits for its place, in milliseconds: it is never kept from being taken. */
const patience = 8000

/** @returns where the device is just now; undefined where that cannot be had, is refused, or takes too long */
export async function placeTaken(): Promise<Taken['point']> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  const fix = await Promise.race([currentFix().catch(() => undefined), late])
  if (fix === undefined) return undefined
  const [longitude, latitude] = fix.position
  return { longitude, latitude, accuracy: fix.accuracy }
}

/** WeChat's own map to choose on, GCJ-02. @returns nothing when the person went back without choosing. @throws NoPosition */
export async function chooseInWechat(from: Position | undefined): Promise<Position | undefined> {
  try {
    const { longitude, latitude } = await Taro.chooseLocation(from ? { longitude: from[0], latitude: from[1] } : {})
    return [longitude, latitude]
  } catch (failure) {
    if (wasCancelled(failure)) return undefined
    throw new NoPosition('没有打开微信地图，请在微信的设置里允许使用位置后再试')
  }
}
