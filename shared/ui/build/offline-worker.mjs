/**
 * Puts the worker that keeps an application in the browser beside its h5 build, with the list of the build's files.
 * Run in a mini-program's folder after the build: `node ../shared/ui/build/offline-worker.mjs`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(process.cwd(), 'dist', 'h5')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:js|css|json|png|svg|ico|woff2?)$/.test(entry.name))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .filter((file) => file !== 'offline-worker.js')
  .sort()
const worker = readFileSync(join(process.cwd(), 'src', 'offline-worker.js'), 'utf8')
writeFileSync(join(root, 'offline-worker.js'), `const files = ${JSON.stringify(files)}\n${worker}`)
console.log(`dist/h5/offline-worker.js keeps ${files.length} files`)
