import type { Taken } from '@zmht/shared/contract'
import * as z from '@zmht/shared/contract/z'
import { Problem } from '@zmht/shared/problems'
import { fileKinds, mediaTypesOf } from '@zmht/shared/rules'
import { createStore, type Store } from '@zmht/shared/ui/hooks/store'
import type { Vault } from './vault'

const text = z.string()
const number = z.number()
const keptFile = z.strictObject({
  id: text,
  kind: z.enum(fileKinds),
  name: z.exactOptional(text),
  type: z.enum(mediaTypesOf.file),
  bytes: number,
  taken: z.exactOptional(
    z.strictObject({
      at: text,
      point: z.exactOptional(z.strictObject({ longitude: number, latitude: number, accuracy: number })),
    }),
  ),
  at: text,
  sentAt: z.exactOptional(text),
})

/** A photo, file or signature on this device, as it is announced to the server; its bytes lie sealed beside it. */
export interface KeptFile extends z.output<typeof keptFile> {
  readonly taken?: Taken
  /** When it was put away here. */
  readonly at: string
  /** When the bucket took it: there it waits for a day for the answer that names it. */
  readonly sentAt?: string
}

export type Announced = Omit<KeptFile, 'at' | 'sentAt'>

/** The bytes of a file that an answer names are not to be had any more: the answer is not sent without it. */
export class FileLost extends Error {}

/** This device holds as much as it takes; said in words. */
export class FilesFull extends Error {}

export interface FileParts {
  readonly vault: Pick<Vault, 'names' | 'read' | 'write' | 'readBytes' | 'writeBytes' | 'remove'>
  /** Says what comes and sends it. @returns false where the bucket did not take it. @throws Problem what the server says; anything else: no answer came */
  readonly send: (file: Announced, bytes: Uint8Array) => Promise<boolean>
  readonly now: () => string
}

/** Files put into forms on this device, until the server has the answers that name them. */
export interface FilesHere {
  readonly view: Store<readonly KeptFile[]>
  readonly of: (id: string) => KeptFile | undefined
  /** Puts one away; when this is done it is kept, whatever happens next. @throws FilesFull */
  readonly keep: (file: Announced, bytes: Uint8Array) => Promise<void>
  readonly bytes: (id: string) => Promise<Uint8Array | undefined>
  /** Sends one unless the bucket has it. @throws FileLost, Problem; anything else: no answer came */
  readonly send: (id: string) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
  /** Takes away what was put away long ago and nothing names. */
  readonly tidy: (named: ReadonlySet<string>) => Promise<void>
}

const megabyte = 1024 * 1024
/** WeChat gives a mini-program 200 MB for its files; the rest of what is taken along needs some of it. */
const mostKept = 120 * megabyte
const hour = 3_600_000
/** The bucket keeps what nothing names for a day: sent anew well before. */
const sentFor = 20 * hour
const looseFor = 24 * hour

const infoPrefix = 'file.'
const bytesPrefix = 'bytes.'

/** Opens what was put away. The bytes are written before what is said of them, and taken away after: what is told of is there whole. */
export async function filesHere({ vault, send, now }: FileParts): Promise<FilesHere> {
  const told = async (id: string): Promise<KeptFile | undefined> =>
    keptFile.safeParse(await vault.read(`${infoPrefix}${id}`)).data
  const read: KeptFile[] = []
  for (const name of await vault.names(infoPrefix)) {
    const file = await told(name.slice(infoPrefix.length))
    if (file !== undefined) read.push(file)
  }
  const known = new Set(read.map(({ id }) => id))
  const loose = (await vault.names(bytesPrefix)).filter((name) => !known.has(name.slice(bytesPrefix.length)))
  if (loose.length > 0) await vault.remove(loose)
  const view = createStore<readonly KeptFile[]>(read)
  const of = (id: string) => view.get().find((file) => file.id === id)
  const age = (at: string): number => Date.parse(now()) - Date.parse(at)

  const sendNow = async (id: string): Promise<void> => {
    // Another tab may have put it away.
    const file = of(id) ?? (await told(id))
    if (file === undefined) throw new FileLost(id)
    if (file.sentAt !== undefined && age(file.sentAt) < sentFor) return
    const bytes = await vault.readBytes(`${bytesPrefix}${id}`)
    if (bytes === undefined) throw new FileLost(id)
    const { at: _at, sentAt: _sentAt, ...announced } = file
    try {
      if (!(await send(announced, bytes))) throw new Problem('unavailable')
    } catch (error) {
      // Kept by the very answer that names it, of which no answer came: the answer is sent again and says so.
      if (!(error instanceof Problem && error.code === 'key-reused')) throw error
    }
    const sent = { ...file, sentAt: now() }
    // Taken away meanwhile it stays away.
    if ((await told(id)) === undefined) return
    await vault.write(`${infoPrefix}${id}`, sent)
    view.set(view.get().map((one) => (one.id === id ? sent : one)))
  }
  const running = new Map<string, Promise<void>>()
  const remove = async (ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return
    view.set(view.get().filter(({ id }) => !ids.includes(id)))
    await vault.remove(ids.map((id) => `${infoPrefix}${id}`))
    await vault.remove(ids.map((id) => `${bytesPrefix}${id}`))
  }

  return {
    view,
    of,
    keep: async (file, bytes) => {
      const held = view.get().reduce((sum, one) => sum + one.bytes, 0)
      if (held + bytes.length > mostKept)
        throw new FilesFull('这台设备上等待上传的照片和文件已经很多，放不下了。请先到有网络的地方，提交以后再拍')
      await vault.writeBytes(`${bytesPrefix}${file.id}`, bytes)
      const kept = { ...file, at: now() }
      await vault.write(`${infoPrefix}${file.id}`, kept)
      view.set([...view.get(), kept])
    },
    bytes: (id) => vault.readBytes(`${bytesPrefix}${id}`),
    send: (id) => {
      const sending = running.get(id) ?? sendNow(id).finally(() => running.delete(id))
      running.set(id, sending)
      return sending
    },
    remove,
    tidy: (named) =>
      remove(
        view
          .get()
          .filter(({ id, at }) => !named.has(id) && age(at) > looseFor)
          .map(({ id }) => id),
      ),
  }
}
