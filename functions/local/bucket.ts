import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'

/**
 * Stands in for S3 on one machine, as far as the system speaks it: POST Object with a policy, HEAD, GET, PUT and DELETE with Signature Version 4 in
 * headers or query. It recomputes every signature and holds every post to its policy as S3 documents it, written from that documentation and not with
 * the SDK that signs. (s3rver, the stand-in on npm, takes posts without looking at their policy.)
 */
export interface BucketOptions {
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Where the objects are kept. */
  readonly folder: string
}

interface Meta {
  readonly type: string
  readonly etag: string
}

/** A refusal with S3's own code. */
class Refused extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export function bucketStandIn(options: BucketOptions) {
  mkdirSync(options.folder, { recursive: true })
  const app = new Hono()
  const shelf = shelfIn(options.folder)

  app.onError((error, context) => {
    if (!(error instanceof Refused)) throw error
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${error.code}</Code><Message>${error.message}</Message></Error>`
    return context.body(body, error.status, { 'content-type': 'application/xml' })
  })
  // As the deployed bucket's CORS rule says it for the applications' own addresses.
  app.use('*', async (context, next) => {
    if (context.req.header('origin') !== undefined) {
      context.header('access-control-allow-origin', '*')
      context.header('access-control-allow-methods', 'GET, POST')
      context.header('access-control-allow-headers', '*')
    }
    if (context.req.method === 'OPTIONS') return context.body(null, 204)
    await next()
  })

  app.post('/:bucket', async (context) => {
    onlyOurs(context.req.param('bucket'), options)
    const { fields, file } = readPost(await context.req.raw.formData())
    checkPost(fields, file.size, options)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const etag = await shelf.put(fields.get('key') ?? '', bytes, fields.get('content-type') ?? 'binary/octet-stream')
    return context.body(null, 204, { etag })
  })

  app.on(['GET', 'HEAD'], '/:bucket/:key{.+}', async (context) => {
    await authenticate(context, options)
    const found = await shelf.get(context.req.param('key'))
    if (found === undefined) throw new Refused(404, 'NoSuchKey', 'The specified key does not exist.')
    const headers: Record<string, string> = {
      'content-type': context.req.query('response-content-type') ?? found.meta.type,
      'content-length': String(found.bytes.byteLength),
      etag: found.meta.etag,
    }
    const disposition = context.req.query('response-content-disposition')
    if (disposition !== undefined) headers['content-disposition'] = disposition
    const caching = context.req.query('response-cache-control')
    if (caching !== undefined) headers['cache-control'] = caching
    return context.req.method === 'HEAD'
      ? context.body(null, 200, headers)
      : context.body(Uint8Array.from(found.bytes), 200, headers)
  })

  app.put('/:bucket/:key{.+}', async (context) => {
    await authenticate(context, options)
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const type = context.req.header('content-type') ?? 'binary/octet-stream'
    const etag = await shelf.put(context.req.param('key'), bytes, type)
    return context.body(null, 200, { etag })
  })

  app.delete('/:bucket/:key{.+}', async (context) => {
    await authenticate(context, options)
    await shelf.remove(context.req.param('key'))
    return context.body(null, 204)
  })
  return app
}

/** Objects as files, each with its type and mark beside it; a name that is no file name is hashed. */
function shelfIn(folder: string) {
  const pathOf = (key: string) => join(folder, createHash('sha256').update(key).digest('hex'))
  return {
    put: async (key: string, bytes: Uint8Array, type: string): Promise<string> => {
      const meta: Meta = { type, etag: `"${createHash('md5').update(bytes).digest('hex')}"` }
      await writeFile(`${pathOf(key)}.new`, bytes)
      await writeFile(`${pathOf(key)}.json`, JSON.stringify({ key, ...meta }))
      await rename(`${pathOf(key)}.new`, pathOf(key))
      return meta.etag
    },
    get: async (key: string): Promise<{ bytes: Uint8Array; meta: Meta } | undefined> => {
      const bytes = await readFile(pathOf(key)).catch(() => undefined)
      if (bytes === undefined) return undefined
      return { bytes, meta: JSON.parse(await readFile(`${pathOf(key)}.json`, 'utf8')) }
    },
    remove: async (key: string): Promise<void> => {
      await rm(pathOf(key), { force: true })
      await rm(`${pathOf(key)}.json`, { force: true })
    },
  }
}

function onlyOurs(bucket: string, { bucket: ours }: BucketOptions): void {
  if (bucket !== ours) throw new Refused(404, 'NoSuchBucket', 'The specified bucket does not exist.')
}

/** The fields before the file, by name in lower case; what comes after it is not looked at. */
function readPost(form: FormData): { fields: ReadonlyMap<string, string>; file: File } {
  const fields = new Map<string, string>()
  for (const [name, value] of form) {
    if (name.toLowerCase() === 'file') {
      if (typeof value === 'string') break
      return { fields, file: value }
    }
    if (typeof value === 'string') fields.set(name.toLowerCase(), value)
  }
  throw new Refused(400, 'InvalidArgument', 'POST requires exactly one file upload per request.')
}

interface Policy {
  readonly expiration: string
  readonly conditions: readonly (
    | Readonly<Record<string, string>>
    | readonly [string, string | number, string | number]
  )[]
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
function checkPost(fields: ReadonlyMap<string, string>, bytes: number, options: BucketOptions): void {
  const encoded = fields.get('policy') ?? ''
  const scope = readScope(fields.get('x-amz-credential') ?? '', options)
  if (!isSame(fields.get('x-amz-signature') ?? '', hmac(keyFor(scope, options), encoded).toString('hex')))
    throw new Refused(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.')
  const policy: Policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
  if (Date.parse(policy.expiration) < Date.now())
    throw new Refused(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.')
  const covered = new Set(['policy', 'x-amz-signature', 'bucket'])
  for (const condition of policy.conditions) {
    if (isRule(condition)) {
      const [operator, of, value] = condition
      if (operator === 'content-length-range') {
        checkSize(bytes, Number(of), Number(value))
        continue
      }
      const name = String(of).replace(/^\$/, '').toLowerCase()
      const given = name === 'bucket' ? options.bucket : (fields.get(name) ?? '')
      const holds = operator === 'starts-with' ? given.startsWith(String(value)) : given === value
      if (!holds) throw failed(JSON.stringify(condition))
      covered.add(name)
      continue
    }
    for (const [name, value] of Object.entries(condition)) {
      const given = name.toLowerCase() === 'bucket' ? options.bucket : fields.get(name.toLowerCase())
      if (given !== value) throw failed(JSON.stringify({ [name]: value }))
      covered.add(name.toLowerCase())
    }
  }
  const extra = [...fields.keys()].find((name) => !covered.has(name) && !name.startsWith('x-ignore-'))
  if (extra !== undefined)
    throw new Refused(403, 'AccessDenied', `Invalid according to Policy: Extra input fields: ${extra}`)
}

const isRule = (
  condition: Policy['conditions'][number],
): condition is readonly [string, string | number, string | number] => Array.isArray(condition)

function checkSize(bytes: number, least: number, most: number): void {
  if (bytes > most)
    throw new Refused(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.')
  if (bytes < least)
    throw new Refused(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size.')
}

const failed = (condition: string) =>
  new Refused(
    403,
    'AccessDenied',
    `Invalid according to Policy: Policy Condition failed: ${condition.replace(/[<>&]/g, '')}`,
  )

interface Scope {
  readonly date: string
  readonly region: string
  readonly service: string
}

function readScope(credential: string, { accessKeyId }: BucketOptions): Scope {
  const [key, date = '', region = '', service = '', end] = credential.split('/')
  if (key !== accessKeyId)
    throw new Refused(403, 'InvalidAccessKeyId', 'The access key you provided does not exist in our records.')
  if (service !== 's3' || end !== 'aws4_request')
    throw new Refused(400, 'AuthorizationHeaderMalformed', 'The credential scope is not valid.')
  return { date, region, service }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

function keyFor({ date, region, service }: Scope, { secretAccessKey }: BucketOptions): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), service), 'aws4_request')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html, and its sibling for the query. */
async function authenticate(context: Context, options: BucketOptions): Promise<void> {
  onlyOurs(context.req.param('bucket') ?? '', options)
  const signed = signatureOf(context)
  const scope = readScope(signed.credential, options)
  if (!signed.timely) throw new Refused(403, 'AccessDenied', 'Request has expired')
  const url = new URL(context.req.url)
  const headers = signed.headers.split(';')
  const canonical = [
    context.req.method,
    url.pathname,
    canonicalQuery(url.searchParams),
    ...headers.map((name) => `${name}:${(context.req.header(name) ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signed.headers,
    signed.payload,
  ].join('\n')
  const where = `${scope.date}/${scope.region}/${scope.service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', signed.at, where, sha256(canonical)].join('\n')
  if (!headers.includes('host') || !isSame(signed.signature, hmac(keyFor(scope, options), toSign).toString('hex')))
    throw new Refused(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.')
}

function signatureOf(context: Context) {
  const { query, header } = { query: context.req.query(), header: context.req.header('authorization') }
  const at = query['X-Amz-Date'] ?? context.req.header('x-amz-date') ?? ''
  const age = (Date.now() - instantOf(at)) / 1000
  if (query['X-Amz-Signature'] !== undefined) {
    return {
      at,
      credential: query['X-Amz-Credential'] ?? '',
      headers: query['X-Amz-SignedHeaders'] ?? '',
      signature: query['X-Amz-Signature'],
      payload: context.req.header('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
      timely: age >= -900 && age <= Number(query['X-Amz-Expires']),
    }
  }
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(header ?? '')
  if (parts === null) throw new Refused(403, 'AccessDenied', 'Access Denied')
  const [, credential = '', headers = '', signature = ''] = parts
  const payload = context.req.header('x-amz-content-sha256') ?? ''
  return { at, credential, headers, signature, payload, timely: Math.abs(age) <= 900 }
}

/** `20261125T180842Z` → milliseconds since the epoch. */
function instantOf(stamp: string): number {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(stamp)
  if (parts === null) return Number.NaN
  const [, year, month, day, hour, minute, second] = parts.map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
}

/** As RFC 3986 has it: also what `encodeURIComponent` leaves. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
