/**
 * Numbers as a sketch that adds up and can be taken from again: buckets with how many fell into each. A whole number from 0 to 200 has a bucket
 * of its own, every other one whose bounds are 2 % apart (the logarithmic buckets of DDSketch, VLDB 2019), so that whatever is read from it is
 * within 1 % of a number that is there.
 */
const growth = 1.02
const exactMost = 200

export type Bucket = string

/** @returns the bucket a number falls into */
export function bucketOf(value: number): Bucket {
  if (Number.isInteger(value) && value >= 0 && value <= exactMost) return `i${value}`
  if (value === 0) return 'i0'
  return `${value < 0 ? 'n' : 'p'}${Math.ceil(Math.log(Math.abs(value)) / Math.log(growth))}`
}

/** @returns the number that stands for all of a bucket */
export function middleOf(bucket: Bucket): number {
  const at = Number(bucket.slice(1))
  if (bucket.startsWith('i')) return at
  // Between growth^(at - 1) and growth^at, as far from either in proportion.
  const middle = (2 * growth ** at) / (growth + 1)
  return bucket.startsWith('n') ? -middle : middle
}

/** @returns what as many percent of the numbers are not above; nothing when there are none */
export function percentileOf(buckets: ReadonlyMap<Bucket, number>, percent: number): number | undefined {
  const sorted = [...buckets]
    .map(([bucket, count]) => ({ value: middleOf(bucket), count }))
    .sort((one, other) => one.value - other.value)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  let left = Math.max(1, Math.ceil((percent / 100) * total))
  for (const { value, count } of sorted) {
    left -= count
    if (left <= 0) return value
  }
  return undefined
}
