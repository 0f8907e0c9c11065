import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketStandIn } from './bucket'
import { freePort } from './engine'
import { type Listening, listen } from './http'

const keys = { accessKeyId: 'someone', secretAccessKey: 'a secret' }
let endpoint: string
let listening: Listening

beforeAll(async () => {
  const port = await freePort()
  endpoint = `http://127.0.0.1:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'zmht-bucket-'))
  listening = await listen(bucketStandIn({ bucket: 'shelf', ...keys, folder }), port)
})
afterAll(() => listening.stop())

const clientWith = (credentials: typeof keys) =>
  new S3Client({ endpoint, forcePathStyle: true, region: 'local', credentials, maxAttempts: 1 })

const signed = (credentials = keys, seconds = 60) =>
  createPresignedPost(clientWith(credentials), {
    Bucket: 'shelf',
    Key: 'files/one',
    Fields: { 'Content-Type': 'image/png' },
    Conditions: [
      ['eq', '$Content-Type', 'image/png'],
      ['content-length-range', 3, 5],
    ],
    Expires: seconds,
  })

interface Posting {
  readonly bytes?: number
  readonly changed?: Readonly<Record<string, string>>
  readonly without?: string
}

async function post({ url, fields }: { url: string; fields: Record<string, string> }, posting: Posting = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...posting.changed }))
    if (name !== posting.without) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(posting.bytes ?? 4)]), 'one.png')
  const answer = await fetch(url, { method: 'POST', body: form, headers: { origin: 'http://127.0.0.1:7101' } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

describe('the stand-in for S3 speaks to the real SDK', () => {
  test('a signed post is kept, looked at, read under another name and removed', async () => {
    const answer = await post(await signed())
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const client = clientWith(keys)
    const at = { Bucket: 'shelf', Key: 'files/one' }
    expect(await client.send(new HeadObjectCommand(at))).toMatchObject({ ContentLength: 4, ContentType: 'image/png' })
    const url = await getSignedUrl(
      client,
      new GetObjectCommand({
        ...at,
        ResponseContentType: 'image/jpeg',
        ResponseContentDisposition: "inline; filename*=UTF-8''%E9%97%A8(1).jpg",
      }),
      { expiresIn: 60 },
    )
    const read = await fetch(url)
    expect(read.status).toBe(200)
    expect(read.headers.get('content-type')).toBe('image/jpeg')
    expect((await read.arrayBuffer()).byteLength).toBe(4)
    await client.send(new DeleteObjectCommand(at))
    await client.send(new DeleteObjectCommand(at))
    await expect(client.send(new HeadObjectCommand(at))).rejects.toMatchObject({ name: 'NotFound' })
    expect((await fetch(url)).status).toBe(404)
  })

  test.each<[string, Posting, RegExp]>([
    ['one byte too many', { bytes: 6 }, /EntityTooLarge/],
    ['one byte too few', { bytes: 2 }, /EntityTooSmall/],
    ['another type', { changed: { 'Content-Type': 'text/html' } }, /Condition failed/],
    ['another key', { changed: { key: 'files/other' } }, /Condition failed/],
    ['a field nobody allowed', { changed: { acl: 'public-read' } }, /Extra input fields: acl/],
    ['no policy', { without: 'Policy' }, /SignatureDoesNotMatch/],
    ['a policy of one’s own', { changed: { Policy: 'e30=' } }, /SignatureDoesNotMatch/],
    ['no signature', { without: 'X-Amz-Signature' }, /SignatureDoesNotMatch/],
  ])('a post with %s is refused', async (_, posting, why) => {
    const { status, text } = await post(await signed(), posting)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).toMatch(why)
  })

  test('a post signed with another secret, or too late, is refused', async () => {
    expect((await post(await signed({ ...keys, secretAccessKey: 'guessed' }))).text).toMatch(/SignatureDoesNotMatch/)
    expect((await post(await signed(keys, -5))).text).toMatch(/Policy expired/)
  })

  test('nothing is read or removed without a signature of its own', async () => {
    await post(await signed())
    const at = { Bucket: 'shelf', Key: 'files/one' }
    const stranger = clientWith({ ...keys, secretAccessKey: 'guessed' })
    const message = { message: expect.stringMatching(/signature/i) }
    await expect(stranger.send(new DeleteObjectCommand(at))).rejects.toMatchObject(message)
    expect((await fetch(`${endpoint}/shelf/files/one`)).status).toBe(403)
    const good = await getSignedUrl(clientWith(keys), new GetObjectCommand(at), { expiresIn: 60 })
    expect((await fetch(good)).status).toBe(200)
    expect((await fetch(`${good}&response-content-type=text/html`)).status).toBe(403)
    expect((await fetch(good.replace('files/one', 'files/two'))).status).toBe(403)
    expect((await fetch(good, { method: 'DELETE' })).status).toBe(403)
  })
})
