import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Throttle {
  readonly ratePerSecond: number
  readonly burst: number
}

export interface RestoredTable {
  readonly name: string
  readonly streamArn: string
}

/** One deployment: the content of context/<name>.json. */
export interface Environment {
  readonly name: string
  /** The account; without it the account of whoever runs the command. */
  readonly account?: string
  readonly region: string
  readonly stage: string
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'
  /** GB/T 22239 level 3 and the Cybersecurity Law, article 21, ask for at least six months. */
  readonly logRetentionDays: 180 | 365 | 731
  readonly wechatBaseUrl: string
  readonly smsBaseUrl: string
  readonly alarmEmail: string
  /** The addresses the applications have in a browser, for example https://gov.example.cn: from there files are posted to the bucket. */
  readonly webOrigins: readonly string[]
  /** Requests per second of the whole API. */
  readonly throttle: Throttle
  /** Requests per second for signing in: codes cost money and are guessed at. */
  readonly signInThrottle: Throttle
  /** Reserving takes from the account's concurrency: see the quota step in docs/operations.md. */
  readonly reservedConcurrency: { readonly jobs: number; readonly sweep: number }
  /** A domain of one's own in front of the API; in aws-cn it needs an ICP filing. */
  readonly domain?: { readonly name: string; readonly certificateArn: string }
  /** After a restore: the table that was restored, which the service then works on instead of its own. */
  readonly restoredTable?: RestoredTable
}

const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../context')

/** Reads every environment; a file is named after its environment. */
export function readEnvironments(): Environment[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      // A parse boundary: the files are ours, and `missing` names what a mistyped one lacks.
      const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Environment, 'name'>
      const missing = required.filter((key) => content[key] === undefined)
      if (missing.length > 0) throw new Error(`context/${file} lacks ${missing.join(', ')}`)
      return { ...content, name: basename(file, '.json') }
    })
}

const required = [
  'region',
  'stage',
  'logLevel',
  'logRetentionDays',
  'wechatBaseUrl',
  'smsBaseUrl',
  'alarmEmail',
  'webOrigins',
  'throttle',
  'signInThrottle',
  'reservedConcurrency',
] as const satisfies readonly (keyof Environment)[]
