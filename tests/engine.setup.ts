import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort, startEngine } from '../functions/local/engine'
import { localSecrets } from '../functions/local/system'

declare module 'vitest' {
  interface ProvidedContext {
    tableEndpoints: readonly string[]
    /** Where the files of one run keep the city they share. */
    cityFolder: string
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
  const folder = mkdtempSync(join(tmpdir(), 'zmht-city-'))
  localSecrets(join(folder, 'secrets.json'))
  project.provide('cityFolder', folder)
  return async () => {
    await Promise.all(started.map((engine) => engine.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}
