import type { FileUse } from '../../platform/files/file.store'
import { errandFile } from '../../tasks/index'
import type { Request } from '../request.store'

/** For what something handed out of a request names a file in its outcome. @returns undefined where none does */
export async function foundBy({ errands = [] }: Request, fileId: string): Promise<FileUse | undefined> {
  for (const { item } of errands) {
    const use = await errandFile(item, fileId)
    if (use !== undefined) return use
  }
  return undefined
}
