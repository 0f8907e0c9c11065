import type { FileKind } from '../knowledge/types'
import { fileKindNames, mediaTypesOf, mediaTypeWords, mostBytesOf } from '../rules/file'
import { routesOf } from './define'
import { fileId, instant, requestId, text } from './parts'
import * as z from './z'

/** Files go to the bucket and come from it directly; the API says who may, and signs. Served by the channels slice. */
const route = routesOf('channels')

const megabytes = (kind: FileKind): number => mostBytesOf[kind] / 1024 / 1024

/** When a photo was taken, and where as far as the device knows: by its own word. GCJ-02, in degrees; accuracy in metres. */
const taken = z.strictObject({
  at: instant,
  point: z.exactOptional(
    z.strictObject({
      longitude: z.number('经度应为数字').check(z.gte(-180, '经度不正确'), z.lte(180, '经度不正确')),
      latitude: z.number('纬度应为数字').check(z.gte(-90, '纬度不正确'), z.lte(90, '纬度不正确')),
      accuracy: z.number('精度应为数字').check(z.gte(0, '精度不正确'), z.lte(1_000_000, '精度不正确')),
    }),
  ),
})
export type Taken = z.output<typeof taken>

/** What is said of a file before it is sent. Its bytes are counted by whoever takes it in: one more or one less is refused. */
const announcement = <K extends FileKind>(kind: K) =>
  z.strictObject({
    id: fileId,
    kind: z.literal(kind),
    name: z.exactOptional(text(80, '文件名')),
    type: z.enum(mediaTypesOf[kind], mediaTypeWords[kind]),
    bytes: z
      .int('大小应为整数')
      .check(
        z.gte(1, `${fileKindNames[kind]}是空的，请换一个`),
        z.lte(mostBytesOf[kind], `${fileKindNames[kind]}不能超过 ${megabytes(kind)} MB`),
      ),
  })

const photo = z.strictObject({ ...announcement('photo').shape, taken: z.exactOptional(taken) })

const upload = z.strictObject({
  /** Where the file is posted as multipart/form-data: these fields first, then the file as `file`. */
  url: z.string(),
  fields: z.record(z.string(), z.string()),
})
export type UploadReply = z.output<typeof upload>

export const file = z.strictObject({
  /** Good for five minutes, for whoever holds it. */
  url: z.string(),
  name: z.string(),
  type: z.enum(mediaTypesOf.file),
  bytes: z.number(),
})
export type FileReply = z.output<typeof file>

export const files = {
  newFile: route('newFile', {
    method: 'POST',
    path: '/files',
    summary:
      'Announces a file under the id made on the phone and says where to post it, for ten minutes; the same again is the same file. Unused after a day it is removed',
    needs: { who: 'signed-in' },
    body: z.discriminatedUnion('kind', [photo, announcement('file'), announcement('signature')]),
    reply: upload,
    repeatable: true,
  }),
  file: route('file', {
    method: 'GET',
    path: '/files/{fileId}',
    summary:
      'Where a file can be read for five minutes: for its owner, for the resident whose `request` it was put with, and for an official who may read the `request` it answers; what is sensitive only with a purpose, which is audited',
    needs: { who: 'owner-or-official', action: 'request.read', where: 'resource' },
    params: z.strictObject({ fileId }),
    query: z.strictObject({ request: z.exactOptional(requestId), purpose: z.exactOptional(text(60, '查看理由')) }),
    reply: file,
  }),
} as const
