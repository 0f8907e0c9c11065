import { freePort, startEngine } from '../functions/local/engine'

let started: Promise<string> | undefined

/**
 * The table engine of this test file, in memory: started when first asked for, and gone with the process. Each file has one of its own, because the engine looks through the
 * stream records of every table it ever had at each write: the seventh table on the same engine is written six times slower than the first.
 */
export function ownEngine(): Promise<string> {
  started ??= freePort()
    .then((port) => startEngine(port, undefined))
    .then(({ endpoint }) => endpoint)
  return started
}
