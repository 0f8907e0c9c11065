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
  readonly wechat: Readonly<
    Record<
      'resident' | 'gov',
      { readonly appId: string; readonly secret: string; readonly templates: { readonly progress: string } }
    >
  >
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
