import Taro from '@tarojs/taro'

/** Whether this runs inside WeChat. */
export const inWechat = process.env.TARO_ENV === 'weapp'

/** @returns a one-time code the server exchanges for who this WeChat user is; nothing when WeChat gives none. Only inside WeChat. */
export async function loginCode(): Promise<string | undefined> {
  if (!inWechat) return undefined
  const { code } = await Taro.login()
  return code || undefined
}

/**
 * The subscribe-message templates of this mini-program, comma-separated, written in at build time: they are given out by WeChat
 * to each operator. None: nobody is asked.
 */
const templates = ZMHT_TEMPLATES.split(',').filter((id) => id !== '')

/** Whether urgings can be sent as WeChat messages at all. */
export const canBeTold = inWechat && templates.length > 0

/** Asks whether what is urged may be sent as a WeChat message. To be called directly from a tap. @returns whether it was agreed to */
export async function askToBeTold(): Promise<boolean> {
  if (!canBeTold) return false
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] })
    const verdicts = new Map<string, unknown>(Object.entries(answer))
    return templates.some((id) => verdicts.get(id) === 'accept')
  } catch {
    return false
  }
}
