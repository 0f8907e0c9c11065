import { Problem } from '@zmht/shared/problems'

/**
 * Reads a page from where a caller says the last one ended. A position can be made up or belong to another list: the engine starts at none
 * outside the query's own keys, and whatever cannot be one is refused as input.
 * @throws Problem `invalid` for a position that is none of this list's.
 */
export async function readPage<Page>(
  cursor: string | undefined,
  read: (from: string | null) => Promise<Page>,
): Promise<Page> {
  if (cursor === undefined) return read(null)
  if (!isPosition(cursor)) throw noSuchPosition()
  try {
    return await read(cursor)
  } catch (error) {
    throw causes(error).some((one) => one.name === 'ValidationException') ? noSuchPosition(error) : error
  }
}

/** The first pages of a list as one: `most` of them at the most, for what is a few tens and is looked through in memory. */
export async function firstPages<T>(
  most: number,
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
): Promise<T[]> {
  const all: T[] = []
  let cursor: string | undefined
  for (let page = 0; page < most; page++) {
    const { items, next } = await read(cursor)
    all.push(...items)
    cursor = next
    if (cursor === undefined) break
  }
  return all
}

const separator = '~'

/** A position in a list that is read part by part: which part, and where in it. */
export interface PartPosition {
  readonly part: number
  readonly from: string | undefined
}

/** @throws Problem `invalid` for what `joinPosition` never made. */
export function splitPosition(cursor: string | undefined): PartPosition {
  if (cursor === undefined) return { part: 0, from: undefined }
  const match = /^(\d{1,5})~(.*)$/.exec(cursor)
  if (match === null) throw noSuchPosition()
  return { part: Number(match[1]), from: match[2] === '' ? undefined : match[2] }
}

export function joinPosition(part: number, from = ''): string {
  return `${part}${separator}${from}`
}

/** Base64 of the keys of one item, as ElectroDB writes it. */
function isPosition(cursor: string): boolean {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'))
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return false
    const values: unknown[] = Object.values(keys)
    return values.length > 0 && values.every((value) => typeof value === 'string' && value !== '')
  } catch {
    return false
  }
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): Error[] {
  const found: Error[] = []
  for (let next = error; next instanceof Error && found.length < 5; next = next.cause) found.push(next)
  return found
}

function noSuchPosition(cause?: unknown): Problem {
  return new Problem('invalid', {
    fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
    cause,
  })
}
