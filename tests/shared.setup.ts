import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { localSecrets } from '../functions/local/system'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files of one run keep the city they share. */
    cityFolder: string
  }
}

/** What the files of one run share; each has a table engine of its own. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'zmht-city-'))
  localSecrets(join(folder, 'secrets.json'))
  project.provide('cityFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
