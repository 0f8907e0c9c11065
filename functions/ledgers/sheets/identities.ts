import type { SheetImport } from './import.store'
import { partNames, putPart, readPart } from './shelf'

/** Identities with the first row each stands in. */
export type Identities = Map<string, number>

/** What this instance went through last: mostly the next step comes to it again, and nothing has to be read. */
let latest: { readonly of: string; readonly part: number; readonly identities: Identities } | undefined

const nameOf = ({ id, checking }: SheetImport): string => `${id}/${checking}`

/** @returns the identities of the rows of all parts before one */
export async function identitiesBefore(found: SheetImport, part: number): Promise<Identities> {
  if (part > 0 && latest?.of === nameOf(found) && latest.part === part) return latest.identities
  const identities: Identities = new Map()
  for (let one = 0; one < part; one++) {
    const lines = await readPart<string>(found.id, partNames.identities(found.checking, one))
    if (lines === undefined) throw new Error(`the identities of part ${one} of ${found.id} are missing`)
    for (const line of lines.split('\n')) {
      const [identity = '', row = ''] = line.split('\t')
      if (identity !== '') identities.set(identity, Number(row))
    }
  }
  return identities
}

/** Keeps the identities a part has added. */
export async function keepIdentities(
  found: SheetImport,
  part: number,
  added: Iterable<readonly [string, number]>,
): Promise<void> {
  const lines = [...added].map(([identity, row]) => `${identity}\t${row}`).join('\n')
  await putPart(found.id, partNames.identities(found.checking, part), lines)
}

/** Remembers the identities of all parts before one, for the next step. */
export function rememberIdentities(found: SheetImport, part: number, identities: Identities): void {
  latest = { of: nameOf(found), part, identities }
}
