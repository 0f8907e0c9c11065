/** Writes the contract as docs/openapi.json; with `--check` only says whether the file is current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openApiDocument } from './openapi'

const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'openapi.json')
const text = `${JSON.stringify(openApiDocument('0.1.0'), null, 2)}\n`
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/openapi.json is not current: npm run openapi')
    process.exit(1)
  }
} else writeFileSync(file, text)
