import { open, seal } from '../../platform/cipher'
import { putStored, readStored } from '../../platform/files/bucket'
import type { SheetRow } from './workbook/index'

/**
 * What an import, export or search keeps in the bucket, all under one beginning: the sheet as it was posted, its rows cut into parts, what checking
 * found. All but the sheet itself is sealed under its own name; the bucket removes it after thirty days.
 */
const folderOf = (id: string): string => `imports/${id}`

/** The posted sheet. */
export const sheetFile = (importId: string): string => `${folderOf(importId)}/sheet`
/** The rows that are not imported, as a sheet. */
export const wrongFile = (importId: string): string => `${folderOf(importId)}/wrong-rows`
/** A finished export. */
export const exportFile = (exportId: string): string => `exports/${exportId}/sheet`

const sealedType = 'application/octet-stream'

/** Names of parts. Whatever is done again is written to the same name. */
export const partNames = {
  rows: (reading: number, part: number): string => `rows/${reading}/${part}`,
  checked: (checking: number, part: number): string => `checked/${checking}/${part}`,
  /** What its rows are told apart by. */
  identities: (checking: number, part: number): string => `identities/${checking}/${part}`,
  failed: (part: number, from: number): string => `failed/${part}-${from}`,
  exported: (part: number): string => `exported/${part}`,
  /** Of a search: what it found, part by part, and at last in the order that was asked for. */
  found: (part: number): string => `found/${part}`,
  foundPage: (page: number): string => `page/${page}`,
  foundAll: 'all',
} as const

const contextOf = (id: string, name: string): string => `${folderOf(id)}/${name}`

/** Seals a part of an import or export. */
export async function putPart(id: string, name: string, value: unknown): Promise<void> {
  const key = `${folderOf(id)}/${name}`
  await putStored(key, await seal(value, contextOf(id, name)), sealedType)
}

/** @returns undefined when there is no such part */
export async function readPart<T>(id: string, name: string): Promise<T | undefined> {
  const sealed = await readStored(`${folderOf(id)}/${name}`)
  return sealed === undefined ? undefined : open<T>(sealed, contextOf(id, name))
}

/** Rows as they stand in the sheet. @throws Error when the part is missing: the bucket lost it */
export async function rowsOfPart(id: string, reading: number, part: number): Promise<readonly SheetRow[]> {
  const rows = await readPart<readonly SheetRow[]>(id, partNames.rows(reading, part))
  if (rows === undefined) throw new Error(`part ${part} of ${id} is missing`)
  return rows
}
