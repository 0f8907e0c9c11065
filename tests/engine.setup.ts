import type { TestProject } from 'vitest/node'
import { freePort, startEngine } from '../functions/local/engine'

declare module 'vitest' {
  interface ProvidedContext {
    tableEndpoints: readonly string[]
  }
}

/** One engine does one thing at a time: as many as there are workers. */
const engines = 2

/** Real table engines for the whole run, in memory; each test file makes its own table on that of its worker. */
export default async function setup(project: TestProject) {
  const started = await Promise.all(
    Array.from({ length: engines }, async () => startEngine(await freePort(), undefined)),
  )
  project.provide(
    'tableEndpoints',
    started.map(({ endpoint }) => endpoint),
  )
  return () => Promise.all(started.map((engine) => engine.stop()))
}
