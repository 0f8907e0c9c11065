import type { FileKind, Instant, Sensitivity } from '@zmht/shared/knowledge'
import { fileKinds, type MediaType } from '@zmht/shared/rules'
import { open, seal } from '../cipher'
import { type Due, dueAt } from '../due.store'
import { CustomAttributeType, itemType, present } from '../table/item'
import { type TransactionPart, transact } from '../table/write'

/** When and where a photo was taken, by the word of the device. GCJ-02, in degrees; accuracy in metres. */
export interface Taken {
  readonly at: Instant
  readonly point?: { readonly longitude: number; readonly latitude: number; readonly accuracy: number }
}

/** A file as it was announced. Its bytes lie in the bucket; `waiting` until something that was decided names it, then `kept`. */
export interface KeptFile {
  readonly id: string
  /** The account or official who announced it. */
  readonly owner: string
  readonly kind: FileKind
  readonly type: MediaType
  /** As its owner called it. Sealed in the table: people write names of people there. */
  readonly name?: string
  readonly bytes: number
  /** Of a photo taken on the spot. Sealed: it says where somebody was. */
  readonly taken?: Taken
  readonly state: 'waiting' | 'kept'
  /** The bucket's mark when it was kept: bytes written over later are not what was submitted. */
  readonly mark?: string
  readonly at: Instant
}

export const fileItem = itemType({
  model: { entity: 'file', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    owner: { type: 'string', required: true },
    kind: { type: fileKinds, required: true },
    type: { type: CustomAttributeType<MediaType>('string'), required: true },
    name: { type: CustomAttributeType<Uint8Array>('any') },
    bytes: { type: 'number', required: true },
    taken: { type: CustomAttributeType<Uint8Array>('any') },
    state: { type: ['waiting', 'kept'] as const, required: true },
    mark: { type: 'string' },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'FILE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'FILE', casing: 'none' },
    },
  },
})

/** That a file answers something: what, and how sensitive that is. A file may answer many requests, each read by others. */
export interface FileUse {
  readonly fileId: string
  /** `request/<id>`, `task-item/<id>` */
  readonly subject: string
  /** What it answers: an attribute's code, or `own` for a question of one form only. */
  readonly attribute: string
  readonly sensitivity: Sensitivity
  readonly at: Instant
}

export const fileUseItem = itemType({
  model: { entity: 'fileUse', version: '1', service: 'zmht' },
  attributes: {
    fileId: { type: 'string', required: true },
    subject: { type: 'string', required: true },
    attribute: { type: 'string', required: true },
    sensitivity: { type: CustomAttributeType<Sensitivity>('string'), required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['fileId'], template: 'FILE#${fileId}', casing: 'none' },
      sk: { field: 'sk', composite: ['subject'], template: 'USE#${subject}', casing: 'none' },
    },
  },
})

const nameContext = (id: string): string => `file/${id}/name`
const takenContext = (id: string): string => `file/${id}/taken`

export async function readFile(id: string): Promise<KeptFile | undefined> {
  const { data } = await fileItem().get({ id }).go({ consistent: true })
  if (data === null) return undefined
  const { name, taken, ...file } = present(data)
  return {
    ...file,
    ...(name === undefined ? {} : { name: await open<string>(name, nameContext(id)) }),
    ...(taken === undefined ? {} : { taken: await open<Taken>(taken, takenContext(id)) }),
  }
}

export async function readUse(fileId: string, subject: string): Promise<FileUse | undefined> {
  const { data } = await fileUseItem().get({ fileId, subject }).go({ consistent: true })
  return data ?? undefined
}

/** Everything that uses a file. */
export async function usesOf(fileId: string): Promise<readonly FileUse[]> {
  const { data } = await fileUseItem()
    .query.primary({ fileId })
    .begins({ subject: '' })
    .go({ pages: 'all', consistent: true })
  return data
}

/** Saves what was announced, with the time at which it is removed when nothing uses it. @returns false when the id is taken. */
export async function createFile(
  file: KeptFile,
  unused: { readonly at: Instant; readonly due: Due },
): Promise<boolean> {
  const { name, taken, ...rest } = file
  const outcome = await transact([
    {
      put: fileItem()
        .create({
          ...rest,
          ...(name === undefined ? {} : { name: await seal(name, nameContext(file.id)) }),
          ...(taken === undefined ? {} : { taken: await seal(taken, takenContext(file.id)) }),
        })
        .params(),
    },
    { put: dueAt(unused.at, unused.due) },
  ])
  return outcome.written
}

/**
 * Lets a file that waits do so from now on, with the time at which it is removed when nothing uses it.
 * @returns false when it was kept, removed or announced anew since it was read
 */
export async function renewWaiting(
  { id, at: former }: Pick<KeptFile, 'id' | 'at'>,
  at: Instant,
  unused: { readonly at: Instant; readonly due: Due },
): Promise<boolean> {
  const outcome = await transact([
    {
      update: fileItem()
        .patch({ id })
        .set({ at })
        .where(({ state, at: seen }, { eq }) => `${eq(state, 'waiting')} AND ${eq(seen, former)}`)
        .params(),
    },
    { put: dueAt(unused.at, unused.due) },
  ])
  return outcome.written
}

/**
 * @returns the writes that keep a file for what is decided, to be saved with the decision itself: either both hold or neither, so that nothing
 * taken in ever loses its files, and nothing is kept for what was never taken in. Two parts for each file.
 */
export function keepParts(
  { id, mark }: { readonly id: string; readonly mark: string },
  use: FileUse,
): TransactionPart[] {
  return [
    {
      update: fileItem().patch({ id }).set({ state: 'kept', mark }).params(),
    },
    { put: fileUseItem().put(use).params() },
  ]
}

/** Takes a file off the table unless it has been kept, or announced anew since `before`. @returns whether it is gone. */
export async function dropWaiting(id: string, before: Instant): Promise<boolean> {
  const outcome = await transact([
    {
      delete: fileItem()
        .delete({ id })
        .where(({ state, at }, { eq, lte }) => `${eq(state, 'waiting')} AND ${lte(at, before)}`)
        .params(),
    },
  ])
  return outcome.written || (await readFile(id)) === undefined
}
