import { readFile } from 'node:fs/promises'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { environment } from './environment'

export interface AssertionKey {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly d: string
}

/** How WeChat's messages to us are known to be its own (消息推送). */
export interface PushSecrets {
  /** Token: what a signature is made with. */
  readonly token: string
  /** EncodingAESKey, 43 characters. Where it is there, only encrypted messages are taken (安全模式): in plain ones the signature covers no word of the message. */
  readonly aesKey?: string
}

export interface WechatSecrets {
  readonly appId: string
  readonly secret: string
  readonly templates: { readonly progress: string }
  /** Absent where the app receives nothing. */
  readonly push?: PushSecrets
}

/** Everything secret, as one JSON document. Keys are base64, 32 bytes each. */
export interface Secrets {
  /** Signing keys of access tokens by key id; the current one signs, the others still verify. */
  readonly session: { readonly current: string; readonly keys: Readonly<Record<string, string>> }
  /** Data keys of field encryption by key id; the current one encrypts, the others still decrypt. */
  readonly fields: { readonly current: string; readonly keys: Readonly<Record<string, string>> }
  /** Keys by which services elsewhere are told who comes: private JWKs of P-256 by key id; the current one signs, the others are still published. */
  readonly assertion: { readonly current: string; readonly keys: Readonly<Record<string, AssertionKey>> }
  /** Key of blind indexes. Changing it means rebuilding them. */
  readonly blind: string
  readonly wechat: Readonly<Record<'resident' | 'gov', WechatSecrets>>
  readonly sms: { readonly account: string; readonly secret: string }
}

let loaded: Promise<Secrets> | undefined

/** The secrets, read once for each instance. In AWS from Secrets Manager (encrypted with the customer key), on one machine from a file. */
export function secrets(): Promise<Secrets> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function load(): Promise<Secrets> {
  const where = environment.secrets()
  if (where.startsWith('file:')) return JSON.parse(await readFile(where.slice(5), 'utf8'))
  const answer = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: where }))
  return JSON.parse(answer.SecretString ?? '{}')
}

export function forgetSecrets(): void {
  loaded = undefined
}
