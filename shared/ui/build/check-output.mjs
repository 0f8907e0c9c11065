/**
 * Says whether a build really produced what it promised: some configuration errors of the runner end with exit code 0.
 * Run in a mini-program's folder: `node ../shared/ui/build/check-output.mjs weapp|h5`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const target = process.argv[2]
const root = join(process.cwd(), 'dist', target ?? '')
const problems = []

const config = readFileSync('src/app.config.ts', 'utf8')
const quoted = (text) => [...text.matchAll(/'([^']+\/index)'/g)].map(([, page]) => page)
const packages = [...config.matchAll(/root: '([^']+)',\s*pages: \[([^\]]*)\]/g)].map(([, folder, list]) => ({
  folder,
  pages: quoted(list).map((page) => `${folder}/${page}`),
}))
const main = quoted(/pages: \[([^\]]*)\]/.exec(config)?.[1] ?? '')
const pages = [...main, ...packages.flatMap((one) => one.pages)]
if (main.length === 0) problems.push('src/app.config.ts names no page')

const files = existsSync(root) ? readdirSync(root, { recursive: true }).map(String) : []
const need = (file) => {
  if (!existsSync(join(root, file))) problems.push(`missing: dist/${target}/${file}`)
}

if (target === 'weapp') {
  for (const file of ['app.js', 'app.json', 'app.wxss', 'base.wxml']) need(file)
  for (const page of pages) for (const kind of ['js', 'json', 'wxml']) need(`${page}.${kind}`)
  const scripts = files.filter((file) => file.endsWith('.js'))
  for (const file of scripts) {
    // WeChat refuses eval; a source map of the "eval" kind would break every page.
    if (/\beval\(/.test(readFileSync(join(root, file), 'utf8'))) problems.push(`eval in dist/weapp/${file}`)
  }
  const sizeOf = (chosen) =>
    chosen.reduce((sum, file) => sum + (statSync(join(root, file)).isFile() ? statSync(join(root, file)).size : 0), 0)
  const kB = (bytes) => `${Math.round(bytes / 1024)} kB`
  const inPackage = (file) => packages.find(({ folder }) => file.replaceAll('\\', '/').startsWith(`${folder}/`))
  const bytes = sizeOf(files.filter((file) => inPackage(file) === undefined))
  if (bytes > 1024 * 1024) problems.push(`main package is ${kB(bytes)}, the limit is 1024 kB`)
  const others = packages.map((one) => {
    const size = sizeOf(files.filter((file) => inPackage(file) === one))
    // WeChat's own limit for one package.
    if (size > 2 * 1024 * 1024) problems.push(`package ${one.folder} is ${kB(size)}, the limit is 2048 kB`)
    return `, ${one.folder} ${kB(size)}`
  })
  console.log(`dist/weapp: ${kB(bytes)}${others.join('')}, ${pages.length} pages`)
} else if (target === 'h5') {
  need('index.html')
  if (!files.some((file) => /^js\/app\..*\.js$/.test(file))) problems.push('missing: dist/h5/js/app.*.js')
  if (!files.some((file) => /^css\/.*\.css$/.test(file))) problems.push('missing: dist/h5/css/*.css')
  console.log(`dist/h5: ${files.length} files, ${pages.length} pages`)
} else problems.push('say weapp or h5')

for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
