/** How many numbers a text is kept as. */
const width = 24

/** FNV-1a with a seed: only compared with itself. */
function hash(text: string, seed: number): number {
  let value = (2166136261 ^ seed) >>> 0
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0
  return value
}

/**
 * A text as a few small numbers (the least hashes of its pairs of characters): two texts share about as many of them as they share pairs. The text
 * cannot be read from them. Broder, On the resemblance and containment of documents, 1997.
 */
export function sketchOf(text: string): readonly number[] {
  const plain = text.replace(/[^㐀-鿿a-z0-9]/gi, '')
  const pairs = new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
  if (pairs.size === 0) return []
  return Array.from({ length: width }, (_, seed) =>
    [...pairs].reduce((least, pair) => Math.min(least, hash(pair, seed * 7919) & 0xffff), 0xffff),
  )
}

/** 0 to 1: how much two texts have in common. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0
  return one.filter((value, at) => value === other[at]).length / one.length
}

/** From here on two texts are said to be alike. */
export const alikeFrom = 0.15
