import { inject } from 'vitest'

/** The table engine of this worker: workers are numbered from 1. */
export function ownEngine(): string {
  const engines = inject('tableEndpoints')
  const engine = engines[Number(process.env.VITEST_POOL_ID ?? 1) % engines.length]
  if (engine === undefined) throw new Error('no table engine was started')
  return engine
}
