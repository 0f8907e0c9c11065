import type { S3Client } from '@aws-sdk/client-s3'
import { extensionOf, isShownInBrowser, type MediaType } from '@zmht/shared/rules'
import { environment } from '../environment'

/** All files lie under one prefix: what a function may touch is written in its rights. */
export const filePrefix = 'files/'
const keyOf = (id: string): string => `${filePrefix}${id}`

/** How long an address to read a file from is good, in seconds. */
export const readSeconds = 5 * 60

let client: { readonly of: string | undefined; readonly s3: S3Client } | undefined

/** Loaded at the first use: most calls of a slice never need it, and a cold start should not pay for it. */
async function bucket() {
  const { S3Client } = await import('@aws-sdk/client-s3')
  const endpoint = environment.filesEndpoint()
  if (client?.of !== endpoint) client = undefined
  client ??= {
    of: endpoint,
    s3: new S3Client({
      maxAttempts: 4,
      // A look at a file's size needs no checksum, and asking for one would need more rights to the key.
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === undefined ? {} : local(endpoint)),
    }),
  }
  return { client: client.s3, name: environment.filesBucket() }
}

/** What the stand-in of one machine knows its caller by. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const
const local = (endpoint: string) => ({
  endpoint,
  forcePathStyle: true,
  region: 'local',
  credentials: localCredentials,
})

/** What a file was said to be before it was sent. */
export interface Promised {
  readonly id: string
  readonly type: MediaType
  readonly bytes: number
}

/**
 * @returns where to post a file, and the fields to post before it. S3 itself refuses another key, another type, another size and any
 * post after `seconds`.
 */
export async function uploadAddress(
  { id, type, bytes }: Promised,
  seconds: number,
): Promise<{ readonly url: string; readonly fields: Record<string, string> }> {
  const [{ createPresignedPost }, { client: s3, name }] = await Promise.all([
    import('@aws-sdk/s3-presigned-post'),
    bucket(),
  ])
  return createPresignedPost(s3, {
    Bucket: name,
    Key: keyOf(id),
    Fields: { 'Content-Type': type },
    Conditions: [
      ['eq', '$Content-Type', type],
      ['content-length-range', bytes, bytes],
    ],
    Expires: seconds,
  })
}

/** What lies in the bucket. */
export interface Stored {
  readonly type: string
  readonly bytes: number
  /** Changes when the file is written over. */
  readonly mark: string
}

/** @returns undefined when no such file has arrived */
export async function storedFile(id: string): Promise<Stored | undefined> {
  const [{ HeadObjectCommand, NotFound }, { client: s3, name }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    bucket(),
  ])
  try {
    const found = await s3.send(new HeadObjectCommand({ Bucket: name, Key: keyOf(id) }))
    return { type: found.ContentType ?? '', bytes: found.ContentLength ?? 0, mark: found.ETag ?? '' }
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** @returns the address a file can be read from for five minutes, or as long as is said, under a name and type of ours whatever was posted with it */
export async function readAddress(
  id: string,
  { name: shown, type }: { name: string; type: MediaType },
  seconds = readSeconds,
): Promise<string> {
  const [{ GetObjectCommand }, { getSignedUrl }, { client: s3, name }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/s3-request-presigner'),
    bucket(),
  ])
  const command = new GetObjectCommand({
    Bucket: name,
    Key: keyOf(id),
    ResponseContentType: type,
    ResponseContentDisposition: dispositionOf(shown, type),
    ResponseCacheControl: 'private, no-store',
  })
  return getSignedUrl(s3, command, { expiresIn: seconds })
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8. */
export function dispositionOf(name: string, type: MediaType): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const how = isShownInBrowser(type) ? 'inline' : 'attachment'
  return `${how}; filename="file.${extensionOf(type)}"; filename*=UTF-8''${encoded}`
}

/** Removing what is not there is no failure. */
export async function removeStored(id: string): Promise<void> {
  const [{ DeleteObjectCommand }, { client: s3, name }] = await Promise.all([import('@aws-sdk/client-s3'), bucket()])
  await s3.send(new DeleteObjectCommand({ Bucket: name, Key: keyOf(id) }))
}

/** Writes an object whole; the same again is the same. */
export async function putStored(id: string, bytes: Uint8Array, type: string): Promise<void> {
  const [{ PutObjectCommand }, { client: s3, name }] = await Promise.all([import('@aws-sdk/client-s3'), bucket()])
  await s3.send(new PutObjectCommand({ Bucket: name, Key: keyOf(id), Body: bytes, ContentType: type }))
}

/** @returns an object whole; undefined when there is none */
export async function readStored(id: string): Promise<Buffer | undefined> {
  const [{ GetObjectCommand, NoSuchKey }, { client: s3, name }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    bucket(),
  ])
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: name, Key: keyOf(id) }))
    return Body === undefined ? undefined : Buffer.from(await Body.transformToByteArray())
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}
