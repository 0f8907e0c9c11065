import { createHmac } from 'node:crypto'
import { nowMillis } from '../clock'
import { environment } from '../environment'
import { secrets } from '../secrets'
import { callJson } from './http'

/**
 * Sends a sign-in code through the city's SMS gateway: a signed JSON POST to a configurable address, since every city has its own.
 * Signature: hex HMAC-SHA256 over `account\ntimestamp\nphone\ntext` under the account's secret.
 * @throws Problem `unavailable` when the gateway does not take it.
 */
export async function sendCode(phone: string, code: string): Promise<void> {
  const { account, secret } = (await secrets()).sms
  const timestamp = String(nowMillis())
  const text = `【政民互通】您的验证码是 ${code}，5 分钟内有效。请勿告诉他人。`
  const signature = createHmac('sha256', secret).update([account, timestamp, phone, text].join('\n')).digest('hex')
  await callJson(`${environment.smsBaseUrl()}/messages`, {
    method: 'POST',
    body: { account, timestamp, phone, text, signature },
    // A second send would be a second message on the phone.
    tries: 1,
  })
}
