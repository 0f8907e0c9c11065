import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countsToBegin, written } from './begin'

// After texts or pieces change: node --import tsx tests/routing/write-begun.ts
const file = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'routing', 'begun-text.ts')
writeFileSync(
  file,
  `/** Written by tests/routing/write-begun.ts from invented appeals: what every city begins with. */\nexport const begunText = \`${written(await countsToBegin())}\`\n`,
)
