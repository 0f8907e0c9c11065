import Taro from '@tarojs/taro'

/** Whether this runs inside WeChat. */
export const inWechat = process.env.TARO_ENV === 'weapp'

/** @returns a one-time code the server exchanges for who this WeChat user is; nothing when WeChat gives none. Only inside WeChat. */
export async function loginCode(): Promise<string | undefined> {
  if (!inWechat) return undefined
  const { code } = await Taro.login()
  return code || undefined
}
