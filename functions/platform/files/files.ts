import type { FileKind, Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { extensionOf, fileKindNames, fileName, thisFileWords } from '@zmht/shared/rules'
import { later } from '../clock'
import { type Promised, readAddress, removeStored, storedFile, uploadAddress } from './bucket'
import { createFile, dropWaiting, type KeptFile, readFile, renewWaiting, type Taken } from './file.store'

const minute = 60_000
/** How long a file may wait for what it was made for. */
export const waitingMillis = 24 * 60 * minute
/** How long it may be posted after each announcement. */
const uploadMillis = 10 * minute
/** After the last post that can still arrive. */
const removalMillis = waitingMillis + uploadMillis + 5 * minute

/** The kind of a due item that removes a file nobody used; its subject is the file. */
export const unusedFile = 'unused-file'

/** What is said of a file before it is sent. */
export interface Announced extends Promised {
  readonly kind: FileKind
  readonly name?: string
  readonly taken?: Taken
}

/**
 * Takes note of a file and says where to post it. Announced again by the same owner as the same file it is the same file, and waits for another day from
 * then on: whoever sends it anew has still to name it.
 * @param slice whose queue is told when the file was not used in time
 * @throws Problem `key-reused` when the id names another file, or one that was kept or has waited too long
 */
export async function announceFile(announced: Announced, owner: string, at: Instant, slice: string) {
  const { id, kind, type, bytes, taken } = announced
  const name = announced.name === undefined ? undefined : fileName(announced.name)
  const fresh: KeptFile = {
    id,
    owner,
    kind,
    type,
    bytes,
    state: 'waiting',
    at,
    ...(name === undefined ? {} : { name }),
    // A clock that is fast: nothing was taken after it was announced.
    ...(taken === undefined ? {} : { taken: { ...taken, at: taken.at > at ? at : taken.at } }),
  }
  const unused = { at: later(at, removalMillis), due: { slice, kind: unusedFile, subject: id } }
  if (!(await createFile(fresh, unused))) await waitOn(fresh, unused)
  return uploadAddress(fresh, uploadMillis / 1000)
}

/** @throws Problem `key-reused` */
async function waitOn(fresh: KeptFile, unused: Parameters<typeof createFile>[1]): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const file = await readFile(fresh.id)
    if (file === undefined || !isSame(file, fresh) || later(file.at, waitingMillis) <= fresh.at) break
    // Announced by two calls at once: the later one counts.
    if (file.at >= fresh.at || (await renewWaiting(file, fresh.at, unused))) return
  }
  throw new Problem('key-reused')
}

const isSame = (file: KeptFile, announced: KeptFile): boolean =>
  file.state === 'waiting' &&
  file.owner === announced.owner &&
  file.kind === announced.kind &&
  file.type === announced.type &&
  file.bytes === announced.bytes

/** Why a file cannot be used, as a person reads it. */
export interface FileRefusal {
  readonly refused: string
}

/**
 * Whether a file may answer something: there, of this kind, arrived as it was promised, and the asker's own. `mayUse`: whether one that is
 * somebody else's may be used all the same.
 * @returns what keeps it, or what to tell the person
 */
export async function fileToKeep(
  id: string,
  kind: FileKind,
  asker: { readonly actor: string; readonly at: Instant; readonly mayUse: (id: string) => Promise<boolean> },
): Promise<{ readonly id: string; readonly mark: string } | FileRefusal> {
  const noun = fileKindNames[kind]
  const file = await readFile(id)
  const own = file?.owner === asker.actor
  if (file === undefined || !(own || (file.state === 'kept' && (await asker.mayUse(id)))))
    return { refused: `找不到${thisFileWords[kind]}，请重新添加` }
  if (file.kind !== kind) return { refused: `这里要放${noun}，请重新添加` }
  if (file.state === 'kept' && file.mark !== undefined) return { id, mark: file.mark }
  if (later(file.at, waitingMillis) < asker.at) return { refused: `${noun}放了一天没有提交，已经移除，请重新添加` }
  const stored = await storedFile(id)
  if (stored === undefined || stored.bytes !== file.bytes || stored.type !== file.type)
    return { refused: `${noun}还没有传完，请稍等或重新添加` }
  return { id, mark: stored.mark }
}

/**
 * @returns where a file can be read
 * @throws Problem `not-found` when it has not arrived, or is no longer what was kept
 */
export async function showFile(file: KeptFile) {
  const stored = await storedFile(file.id)
  if (stored === undefined || (file.mark !== undefined && stored.mark !== file.mark)) throw new Problem('not-found')
  const name = file.name ?? `${fileKindNames[file.kind]}.${extensionOf(file.type)}`
  return { url: await readAddress(file.id, { name, type: file.type }), name, type: file.type, bytes: file.bytes }
}

/** Removes a file nobody has used, from the table first: what cannot be named any more cannot be kept any more. Twice is the same as once. */
export async function removeUnused(id: string, at: Instant): Promise<void> {
  if (await dropWaiting(id, later(at, -waitingMillis))) await removeStored(id)
}
