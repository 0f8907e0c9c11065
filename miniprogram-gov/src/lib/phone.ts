import Taro from '@tarojs/taro'

/** Opens the telephone with a number; giving up there is no failure. */
export function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
