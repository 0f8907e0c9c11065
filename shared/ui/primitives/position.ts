import Taro from '@tarojs/taro'
import { converted, type Position } from '../../geo/coordinates'
import { wasCancelled } from './wechat-failure'

/** A position could not be had; the message says what to do instead. */
export class NoPosition extends Error {}

const refused = '没有得到您的位置，请允许使用位置后再试，或直接在地图上选'

/** @returns where the device is, GCJ-02. @throws NoPosition */
export async function currentPosition(): Promise<Position> {
  if (process.env.TARO_ENV === 'h5') return converted(await browserPosition(), 'wgs84', 'gcj02')
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true })
    return [longitude, latitude]
  } catch {
    throw new NoPosition(refused)
  }
}

/** Browsers give positions on secure pages only, in WGS-84. */
function browserPosition(): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new NoPosition('这个浏览器不能定位，请直接在地图上选'))
      return
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve([coords.longitude, coords.latitude]),
      () => reject(new NoPosition(refused)),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    )
  })
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
