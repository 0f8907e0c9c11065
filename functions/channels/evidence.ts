import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { keepParts, readFile } from '../platform/files/file.store'
import { fileToKeep } from '../platform/files/files'
import type { TransactionPart } from '../platform/table/write'
import { subjectOfRequest } from './files'
import type { StepFile } from './request.store'

/** What a file kept with a step is said to be: nothing of the knowledge system. */
const evidence = 'own'

/**
 * The files somebody puts with a step: their own or what they may pass on, arrived whole, kept by the write that saves the step and read by whoever reads the request.
 * @throws Problem `invalid` at each that is not
 */
export async function evidenceToKeep(
  requestId: string,
  ids: readonly string[] | undefined,
  actor: string,
  at: Instant,
  mayUse: (fileId: string) => Promise<boolean> = async () => false,
): Promise<{ readonly files: StepFile[]; readonly parts: TransactionPart[] }> {
  const files: StepFile[] = []
  const parts: TransactionPart[] = []
  for (const [index, id] of [...new Set(ids ?? [])].entries()) {
    const kind = (await readFile(id))?.kind
    const found = kind === undefined ? undefined : await fileToKeep(id, kind, { actor, at, mayUse })
    if (kind === undefined || found === undefined || 'refused' in found) {
      const message = found !== undefined && 'refused' in found ? found.refused : '照片或文件没有传完，请重新添加'
      throw new Problem('invalid', { fields: [{ path: `body.files.${index}`, message }] })
    }
    files.push({ id, kind })
    parts.push(
      ...keepParts(found, {
        fileId: id,
        subject: subjectOfRequest(requestId),
        attribute: evidence,
        sensitivity: 'personal',
        at,
      }),
    )
  }
  return { files, parts }
}
