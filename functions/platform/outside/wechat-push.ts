import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { PushSecrets } from '../secrets'

/**
 * What WeChat sends to us (消息推送), as documented under developers.weixin.qq.com: miniprogram/dev/framework/server-ability/message-push and
 * doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html (加解密).
 */

/** sha1 over the parts in the order of their code units. */
export const pushSignature = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

const asked = (query: URLSearchParams, name: string): string => query.get(name) ?? ''

/** Whether whoever calls knows the token: asked when the address is set up, and of each plain message. */
export const isSigned = ({ token }: PushSecrets, query: URLSearchParams): boolean =>
  isSame(asked(query, 'signature'), pushSignature(token, asked(query, 'timestamp'), asked(query, 'nonce')))

type Json = Readonly<Record<string, unknown>>

function objectOf(text: string): Json | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Json) : undefined // asked in the line itself
  } catch {
    return undefined
  }
}

/** `forged`: not signed by WeChat, or not for this app; `unreadable`: signed, but no JSON. */
export type Pushed = { readonly message: Json } | 'forged' | 'unreadable'

/** Reads a message that was pushed: encrypted where there is a key, else plain. */
export function readPush(
  { push, appId }: { readonly push: PushSecrets; readonly appId: string },
  query: URLSearchParams,
  body: string,
): Pushed {
  const { token, aesKey } = push
  if (aesKey === undefined) {
    if (!isSigned(push, query)) return 'forged'
    const message = objectOf(body)
    return message === undefined ? 'unreadable' : { message }
  }
  const encrypted = objectOf(body)?.Encrypt
  if (typeof encrypted !== 'string') return 'forged'
  const expected = pushSignature(token, asked(query, 'timestamp'), asked(query, 'nonce'), encrypted)
  if (!isSame(asked(query, 'msg_signature'), expected)) return 'forged'
  const opened = decrypted(aesKey, encrypted)
  if (opened === undefined || opened.appId !== appId) return 'forged'
  const message = objectOf(opened.text)
  return message === undefined ? 'unreadable' : { message }
}

/** 16 random bytes, the length in 4, the message, the app's id; filled up to a multiple of 32 by PKCS#7. AES-256-CBC, its key's first half as the start. */
function decrypted(aesKey: string, encrypted: string): { text: string; appId: string } | undefined {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  try {
    const filled = Buffer.concat([cipher.update(Buffer.from(encrypted, 'base64')), cipher.final()])
    const plain = filled.subarray(0, filled.length - (filled.at(-1) ?? 0))
    const length = plain.readUInt32BE(16)
    return {
      text: plain.subarray(20, 20 + length).toString('utf8'),
      appId: plain.subarray(20 + length).toString('utf8'),
    }
  } catch {
    return undefined
  }
}

/** What WeChat found in a picture. `label` is the number of its kind: 100 for nothing. */
export interface MediaVerdict {
  readonly trace: string
  /** `failed`: it could not look, so nothing is known. */
  readonly suggest: 'pass' | 'review' | 'risky' | 'failed'
  readonly label: number
}

/** @returns the verdict an event brings; undefined for whatever else is pushed */
export function mediaVerdictIn(message: Json): MediaVerdict | undefined {
  const { Event: event, trace_id: trace, result, errcode } = message
  if (event !== 'wxa_media_check' || typeof trace !== 'string' || trace === '' || trace.length > 200) return undefined
  const found: Json = typeof result === 'object' && result !== null ? { ...result } : {}
  const { suggest, label } = found
  const isLooked = errcode === undefined || errcode === 0
  const said = isLooked && (suggest === 'pass' || suggest === 'review' || suggest === 'risky') ? suggest : 'failed'
  const number = Number(label)
  return { trace, suggest: said, label: Number.isSafeInteger(number) ? number : 0 }
}
