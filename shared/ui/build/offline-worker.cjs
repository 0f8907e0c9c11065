/**
 * Writes the worker that keeps an application in the browser, with the list of files it keeps: what the named pages need, and what they
 * need before. All of an application would be several times as much.
 *
 * CommonJS because Taro loads its configuration with `require`.
 */
const { readFileSync } = require('node:fs')

exports.OfflineWorker = class OfflineWorker {
  /** @param {{ worker: string, pages: RegExp }} given the worker's source, and which imports are kept, by their request */
  constructor({ worker, pages }) {
    this.worker = worker
    this.pages = pages
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('OfflineWorker', (compilation) => {
      // After the names have got their fingerprints.
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE
      compilation.hooks.processAssets.tap({ name: 'OfflineWorker', stage }, () => {
        const kept = compilation.chunkGroups.filter(
          (group) => group.isInitial() || group.origins.some(({ request = '' }) => this.pages.test(request)),
        )
        const files = [...new Set(kept.flatMap((group) => group.getFiles()))].filter((file) =>
          /\.(?:js|css)$/.test(file),
        )
        const source = `const files = ${JSON.stringify(files.sort())}\n${readFileSync(this.worker, 'utf8')}`
        compilation.emitAsset('offline-worker.js', new sources.RawSource(source))
      })
    })
  }
}
