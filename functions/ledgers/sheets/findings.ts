import type { CheckedRow } from './check-rows'
import type { SheetImport } from './import.store'
import { partNames, readPart } from './shelf'

/** A row that failed while it was taken in, though checking had found nothing. */
export interface FailedRow {
  readonly row: number
  readonly message: string
}

/** Reads what checking found of a part. @throws Error when it is missing */
export async function checkedPart({ id, checking }: SheetImport, part: number): Promise<readonly CheckedRow[]> {
  const rows = await readPart<readonly CheckedRow[]>(id, partNames.checked(checking, part))
  if (rows === undefined) throw new Error(`what was found of part ${part} of ${id} is missing`)
  return rows
}

/** Row → why it failed against expectation. */
export async function failedRows({ id, failedParts }: SheetImport): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, readonly string[]>()
  for (const name of failedParts)
    for (const { row, message } of (await readPart<readonly FailedRow[]>(id, name)) ?? []) found.set(row, [message])
  return found
}
