import Taro from '@tarojs/taro'

/**
 * What only WeChat can do. On h5 these calls are missing, throw, or resolve with an error message; here each has one honest
 * answer on both builds.
 */

/** Whether this runs inside WeChat. */
export const inWechat = process.env.TARO_ENV === 'weapp'

/** @returns a one-time code the server exchanges for who this WeChat user is; nothing when WeChat gives none. */
export async function loginCode(): Promise<string | undefined> {
  if (!inWechat) return undefined
  const { code } = await Taro.login()
  return code || undefined
}

/** Whether WeChat still wants its own agreement to the privacy guideline before any protected call. */
export async function needsPrivacyAgreement(): Promise<boolean> {
  if (!inWechat || !Taro.canIUse('getPrivacySetting')) return false
  return new Promise((resolve) => {
    Taro.getPrivacySetting({
      success: (setting) => resolve(setting.needAuthorization),
      fail: () => resolve(false),
    })
  })
}

/**
 * The subscribe-message templates of this mini-program, comma-separated, written in at build time: they are given out by WeChat
 * to each operator. None: nobody is asked.
 */
const templates = ZMHT_TEMPLATES.split(',').filter((id) => id !== '')

/** The business domains of this mini-program (微信公众平台, 业务域名), comma-separated, written in at build time: WeChat shows no other page inside it. */
export const webDomains = ZMHT_WEB_DOMAINS.split(',').filter((domain) => domain !== '')

/** Asks whether progress may be sent as a WeChat message. To be called directly from a tap. @returns whether it was agreed to */
export async function askToNotify(): Promise<boolean> {
  if (!inWechat || templates.length === 0) return false
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: templates, entityIds: [] })
    const verdicts = new Map<string, unknown>(Object.entries(answer))
    return templates.some((id) => verdicts.get(id) === 'accept')
  } catch {
    return false
  }
}
