// `npm run bench [-- name]`: counts of capacity units, bytes and ratios. Absolute times depend on the machine and are not quoted.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilds, ensureDependencies, ensureSystemPackages } from '../../functions/local/prepare.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
await ensureDependencies()
// These need neither the table engine nor the builds.
const alone = ['addresses', 'permission'].find((one) => one === process.argv[2])
if (alone !== undefined) {
  const file = join(root, 'tests', 'bench', `${alone}.ts`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
    cwd: root,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
await ensureSystemPackages(['java'])
// These start an engine of their own.
const apart = ['counter', 'crowd', 'dispatch', 'sheets', 'surge'].find((one) => one === process.argv[2])
if (apart !== undefined) {
  const file = join(root, 'tests', 'bench', `${apart}.ts`)
  const { status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', file, ...process.argv.slice(3)], {
    cwd: root,
    env: { ...process.env, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'SILENT' },
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
const only = process.argv[2] ?? ''
if (only === '') await ensureBuilds(['resident:weapp', 'gov:weapp'])
const env = { ...process.env, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'SILENT' }
if (only === '') spawnSync(process.execPath, ['functions/bundle.mjs'], { cwd: root, env, stdio: 'ignore' })
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', join(root, 'tests', 'bench', 'bench.ts'), only],
  {
    cwd: root,
    env,
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
