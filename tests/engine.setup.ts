import type { TestProject } from 'vitest/node'
import { freePort, startEngine } from '../functions/local/engine'

declare module 'vitest' {
  interface ProvidedContext {
    tableEndpoint: string
  }
}

/** One real table engine for the whole run, in memory; each test file makes its own table on it. */
export default async function setup(project: TestProject) {
  const engine = await startEngine(await freePort(), undefined)
  project.provide('tableEndpoint', engine.endpoint)
  return () => engine.stop()
}
