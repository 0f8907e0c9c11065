import type { SheetImport } from './import.store'
import { partNames, putPart, readPart } from './shelf'

/** The identities of all rows before a part, one line each with the row: written whole after each step, two hundred thousand at most. */
interface Kept {
  /** Identities of all parts before this one are in it. */
  readonly part: number
  readonly lines: string
}

/** What this instance wrote last: mostly the next step comes to it again. */
let latest: { readonly of: string; readonly part: number; readonly identities: Map<string, number> } | undefined

const nameOf = ({ id, checking }: SheetImport): string => `${id}/${checking}`

/**
 * @returns the identities of the rows before a part. What a step that was killed wrote of rows after it is left out when rows are
 * compared: of two that are the same only the later one is a duplicate.
 */
export async function identitiesBefore(found: SheetImport, part: number): Promise<Map<string, number>> {
  if (part === 0) return new Map()
  if (latest?.of === nameOf(found) && latest.part === part) return latest.identities
  const kept = await readPart<Kept>(found.id, partNames.identities(found.checking))
  if (kept === undefined || kept.part < part) throw new Error(`the identities of ${found.id} are missing`)
  const identities = new Map<string, number>()
  for (const line of kept.lines.split('\n')) {
    const [identity = '', row = ''] = line.split('\t')
    if (identity !== '') identities.set(identity, Number(row))
  }
  return identities
}

/** Keeps the identities of all rows before a part. */
export async function keepIdentities(found: SheetImport, part: number, identities: Map<string, number>): Promise<void> {
  const lines = [...identities].map(([identity, row]) => `${identity}\t${row}`).join('\n')
  await putPart(found.id, partNames.identities(found.checking), { part, lines } satisfies Kept)
  latest = { of: nameOf(found), part, identities }
}
