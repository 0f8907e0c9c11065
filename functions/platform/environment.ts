/**
 * What a function is told by its surroundings. Read at the first use, so that a test or the local stack can set it first.
 * @throws Error naming the variable when it is missing.
 */
function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`the environment variable ${name} is not set`)
  return value
}

export const environment = {
  tableName: () => needed('TABLE_NAME'),
  /** Local engine's address; absent in AWS. */
  tableEndpoint: () => process.env.TABLE_ENDPOINT,
  /** Slice → queue URL, plus `jobs`. */
  queueUrls: (): Readonly<Record<string, string>> => JSON.parse(needed('QUEUE_URLS')),
  /** Secrets Manager ARN, or `file:…` on one machine. */
  secrets: () => needed('SECRETS_ARN'),
  filesBucket: () => needed('FILES_BUCKET'),
  /** The local stand-in's address; absent in AWS. */
  filesEndpoint: () => process.env.FILES_ENDPOINT,
  wechatBaseUrl: () => needed('WECHAT_BASE_URL'),
  smsBaseUrl: () => needed('SMS_BASE_URL'),
  /** On one machine alone: receivers of webhooks may be on it, without TLS. */
  hooksToLoopback: () => process.env.HOOKS_TO_LOOPBACK === 'yes',
  /** How long a receiver of webhooks may take. */
  hookTimeoutMillis: () => Number(process.env.HOOK_TIMEOUT_MILLIS ?? 5000),
  logLevel: () => process.env.LOG_LEVEL ?? 'INFO',
} as const
