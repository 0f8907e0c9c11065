import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** JSON that is read whole and searched by nothing, kept small: what an item weighs is what each read of it costs. */
export type Packed = Uint8Array

export const pack = (value: unknown): Packed => new Uint8Array(deflateRawSync(Buffer.from(JSON.stringify(value))))

/** @param packed by `pack`, as the table or (in base64) a message carries it */
export function unpack<T>(packed: Packed | string): T {
  const bytes = typeof packed === 'string' ? Buffer.from(packed, 'base64') : packed
  return JSON.parse(inflateRawSync(bytes).toString())
}
