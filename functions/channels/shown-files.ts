import type { FileKind, Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { Actor } from '../platform/endpoint/actor'
import { keepParts, readFile, readUse } from '../platform/files/file.store'
import { fileToKeep, showFile } from '../platform/files/files'
import type { TransactionPart } from '../platform/table/write'
import { seenByOthers } from './picture-check/standing'

interface Named {
  readonly id: string
  readonly kind: FileKind
}

/**
 * @param subject what shows the files: a notice, an entry of a page
 * @param path of the list in the body, for what is wrong with it
 * @returns the writes that keep the files, to be saved with what shows them
 * @throws Problem `invalid` for each that is not there, not the actor's own or already shown there, or has not arrived whole
 */
export async function keepShown(
  subject: string,
  files: readonly Named[],
  path: string,
  actor: string,
  at: Instant,
): Promise<readonly TransactionPart[]> {
  const asker = { actor, at, mayUse: async (id: string) => (await readUse(id, subject)) !== undefined }
  const found = await Promise.all(files.map(async ({ id, kind }) => fileToKeep(id, kind, asker)))
  const wrong = found.flatMap((one, index) =>
    'refused' in one ? [{ path: `${path}.${index}`, message: one.refused }] : [],
  )
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const kept = new Map(found.flatMap((one) => ('refused' in one ? [] : [[one.id, one] as const])))
  // What everybody it goes to may see is no secret of anybody.
  return [...kept.values()].flatMap((one) =>
    keepParts(one, { fileId: one.id, subject, attribute: 'own', sensitivity: 'open', at }),
  )
}

/** Where a file can be read. @throws Problem `not-found` where it is not shown by the subject, or not to this reader: what did not pass WeChat's check */
export async function openShown(subject: string, shown: readonly string[], fileId: string, reader: Actor) {
  const file = shown.includes(fileId) ? await readFile(fileId) : undefined
  if (file === undefined || (await readUse(fileId, subject)) === undefined) throw new Problem('not-found')
  if (reader.kind === 'resident' && !(await seenByOthers([fileId], reader.id)).has(fileId))
    throw new Problem('not-found')
  return showFile(file)
}
