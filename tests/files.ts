import { utils, write } from '@e965/xlsx'
import {
  type Api,
  type BodyOf,
  type ChannelContent,
  type Contract,
  mintChannelId,
  mintFileId,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion } from '@zmht/shared/knowledge'

export type Announcement = BodyOf<Contract['channels']['newFile']>
export type Addressed = Awaited<ReturnType<Api['channels']['newFile']>>

/** As many bytes as asked for, never the same twice. */
let made = 0
export function someBytes(length: number): Uint8Array<ArrayBuffer> {
  made += 1
  return new Uint8Array(length).fill(made % 256)
}

export function aPhoto(bytes: number): Extract<Announcement, { kind: 'photo' }> {
  return { id: mintFileId(), kind: 'photo', name: '门口.jpg', type: 'image/jpeg', bytes }
}

/** Posts a file as a browser and `wx.uploadFile` do. */
export async function post(
  { url, fields }: Addressed,
  bytes: Uint8Array<ArrayBuffer>,
  changed: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string }> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value)
  form.append('file', new Blob([bytes]), 'file')
  const answer = await fetch(url, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}

/** A file announced and arrived. @returns its id */
export async function sent(
  api: Api,
  announcement: Announcement,
  bytes = someBytes(announcement.bytes),
): Promise<string> {
  const { status, text } = await post(await api.channels.newFile({ body: announcement }), bytes)
  if (status !== 204) throw new Error(`the bucket refused the file: ${status} ${text}`)
  return announcement.id
}

export const aSentPhoto = (api: Api): Promise<string> => sent(api, aPhoto(1000))

/** A workbook with these cells, as it is announced and posted. */
export function aTemplate(cells: readonly (readonly unknown[])[]) {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), '上级要的表')
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
  const announced = {
    id: mintFileId(),
    kind: 'file',
    name: '区里要的表.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: bytes.length,
  } as const
  return { announcement: announced, bytes: new Uint8Array(bytes) }
}

/** A workbook with these cells, announced and arrived. @returns its id */
export async function aSentTemplate(api: Api, cells: readonly (readonly unknown[])[]): Promise<string> {
  const { announcement, bytes } = aTemplate(cells)
  return sent(api, announcement, bytes)
}

/** 随手拍: photos of what is wrong, a paper, a signature, a portrait, and one of a child, which is sensitive. */
export function report(): ChannelContent {
  return {
    title: '随手拍',
    summary: '拍下来，社区来处理',
    category: 'environment',
    procedure: 'worker-confirms',
    promisedDays: 3,
    form: {
      knowledge: baseVersion,
      subjects: [
        { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
        { key: 'report', kind: 'event', name: '这件事', is: { by: 'submission' } },
        {
          key: 'child',
          kind: 'person',
          name: '孩子',
          is: { by: 'relation', relation: 'parent', of: 'applicant', direction: 'forward' },
          many: { min: 0, max: 2 },
        },
      ],
      controls: [
        photo('photos', '现场照片', 'report', 'event.photos'),
        { ...photo('papers', '有关材料', 'report', 'event.attachments'), kind: 'file' },
        { ...photo('signed', '签名', 'report', 'event.signature'), kind: 'signature' },
        photo('portrait', '证件照', 'applicant', 'person.photo'),
        {
          id: 'sketch',
          kind: 'photo',
          label: '示意图',
          required: false,
          binding: { subject: 'report', own: { type: 'photo' } },
        },
        {
          id: 'childName',
          kind: 'name',
          label: '孩子姓名',
          required: false,
          binding: { subject: 'child', attribute: 'person.name' },
        },
        {
          id: 'childBirth',
          kind: 'date',
          label: '出生日期',
          required: false,
          binding: { subject: 'child', attribute: 'person.birthDate' },
        },
        photo('childPortrait', '孩子照片', 'child', 'person.photo'),
      ],
    },
  }
}

type Control = ChannelContent['form']['controls'][number]

const photo = (id: string, label: string, subject: string, attribute: string): Control => ({
  id,
  kind: 'photo',
  label,
  required: false,
  binding: { subject, attribute },
})

/** A worker puts it up for places. */
export async function publishReport(worker: Api, reach: readonly PlaceId[]): Promise<{ id: string; version: number }> {
  const draft = await worker.channels.create({ params: { channelId: mintChannelId() }, body: report() })
  const open = await worker.channels.publish({
    params: { channelId: draft.id },
    body: { edition: draft.edition, reach: [...reach] },
  })
  return { id: open.id, version: open.version ?? 0 }
}
