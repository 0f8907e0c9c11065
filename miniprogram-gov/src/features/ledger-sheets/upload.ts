import { mintJobId, type SheetImportReply, sheetTypes } from '@zmht/shared/contract'
import { postFile } from '@zmht/shared/ui'
import { api } from '@/lib/api'

const [workbook, commaSeparated] = sheetTypes

/**
 * Sends a sheet to be read. @returns the import, its reading begun; throws a Problem, or an Error with words for the person
 * @param onProgress how much has arrived, from 0 to 1
 */
export async function uploadSheet(
  ledgerId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<SheetImportReply> {
  const params = { ledgerId, importId: mintJobId() }
  const type = /\.csv$/i.test(file.name) ? commaSeparated : workbook
  const { url, fields } = await api.ledgers.newImport({
    params,
    body: { name: file.name.slice(-80), type, bytes: file.size },
  })
  const path = URL.createObjectURL(file)
  try {
    const status = await postFile({ url, fields }, { name: file.name, path, bytes: file.size }, onProgress)
    if (status < 200 || status >= 300) throw new Error(`the bucket answered ${status}`)
  } finally {
    URL.revokeObjectURL(path)
  }
  return api.ledgers.readSheet({ params, body: { fillDown: false } })
}
