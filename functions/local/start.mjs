// `npm start` on a bare clone: installs what is missing, builds both applications for the browser once, starts everything.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilds, ensureDependencies, ensureSystemPackages, say } from './prepare.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

await ensureDependencies()
await ensureSystemPackages(['java'])
await ensureBuilds(['resident:h5', 'gov:h5'])
say('正在启动…')
const child = spawn(
  process.execPath,
  ['--import', 'tsx', join(root, 'functions', 'local', 'main.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
