/**
 * The one build configuration of both mini-programs.
 *
 * - `dist/weapp` and `dist/h5` stand side by side, so both builds can be opened, tested and shipped at once.
 * - `shared/` is TypeScript source: the alias finds it, `compile.include` transpiles it.
 * - h5: one CSS pixel is one pixel at every width (root font size fixed at 20), so a PC layout is possible.
 * - h5: TARO_APP_TILES (`https://…/{z}/{x}/{y}.png`) puts pictures below the maps; TARO_APP_TILES_CRS says what coordinates they
 *   have, gcj02 or wgs84. None by default: the maps are drawn by us alone.
 * - Chinese stays Chinese: written as escapes, Taro's default, each character takes six bytes instead of three, a fifth of a package.
 * - weapp: the API's address is a build-time constant; set ZMHT_API_URL for anything but this machine.
 *
 * CommonJS because Taro loads its configuration with `require`.
 */
const path = require('node:path')
const { OfflineWorker } = require('./offline-worker.cjs')

const shared = path.resolve(__dirname, '../..')
const modules = path.resolve(shared, '../node_modules')

/** @param {{ projectName: string, localApiUrl: string, offlinePages?: RegExp }} app `offlinePages`: what a browser keeps, by its import */
exports.taroConfig = ({ projectName, localApiUrl, offlinePages }) => {
  const isH5 = process.env.TARO_ENV === 'h5'
  const apiUrl = isH5 ? '/api' : process.env.ZMHT_API_URL || localApiUrl
  const sourceOfShared = {
    include: [
      (file) => file.startsWith(shared) && !file.includes('node_modules'),
      // Written for newer engines than old phones have: fields of classes.
      (file) => file.includes(path.join('node_modules', '@noble', 'ciphers')),
    ],
  }
  return {
    projectName,
    date: '2026-11-24',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    terser: { enable: true, config: { output: { ascii_only: false } } },
    plugins: [path.join(__dirname, 'aria.cjs')],
    alias: { '@zmht/shared': shared, '@': path.resolve(process.cwd(), 'src') },
    defineConstants: {
      ZMHT_API_URL: JSON.stringify(apiUrl),
      ZMHT_WEB_DOMAINS: JSON.stringify(process.env.ZMHT_WEB_DOMAINS || ''),
      ZMHT_TEMPLATES: JSON.stringify(process.env.ZMHT_TEMPLATES || ''),
      ZMHT_TILES: JSON.stringify(process.env.TARO_APP_TILES || ''),
      ZMHT_TILES_CRS: JSON.stringify(process.env.TARO_APP_TILES_CRS || ''),
    },
    sass: { resource: [] },
    mini: {
      compile: sourceOfShared,
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
      webpackChain: (chain) => resolveSharedRooms(chain),
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: sourceOfShared,
      esnextModules: [],
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { baseFontSize: 20, maxRootSize: 20, minRootSize: 20 } },
        cssModules: { enable: false },
      },
      webpackChain: (chain) => {
        resolveSharedRooms(chain)
        shareBetweenPages(chain)
        if (offlinePages === undefined) return
        const worker = path.resolve(process.cwd(), 'src/offline-worker.js')
        chain.plugin('offline-worker').use(OfflineWorker, [{ worker, pages: offlinePages }])
      },
    },
  }
}

/**
 * What several pages use is loaded once: Taro's own setting splits the first load alone, so that every page of a browser brings a copy of
 * all it uses.
 */
function shareBetweenPages(chain) {
  chain.optimization.splitChunks({
    chunks: 'all',
    hidePathInfo: true,
    // A smaller one costs more in requests than it saves.
    minSize: 20_000,
    maxAsyncRequests: 12,
    maxInitialRequests: 6,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      shared: { minChunks: 2, reuseExistingChunk: true },
    },
  })
}

/** `shared/` stands outside the app's folder: its own imports must be found in the workspace's modules. */
function resolveSharedRooms(chain) {
  // `shared` promises no side effects; this file has nothing else.
  chain.module
    .rule('aria-runtime')
    .test(/aria-runtime\.js$/)
    .sideEffects(true)
  // Beside each importer first: packages carry the versions they need (Taro's runtime fails at start with the hoisted tslib 1).
  chain.resolve.modules.prepend('node_modules').add(modules)
  chain.resolve.extensions.add('.ts').add('.tsx')
  chain.performance.hints(false)
}
