const taro = (useBuiltIns) => ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns }]

module.exports = {
  presets: [taro(process.env.TARO_ENV === 'h5' ? 'usage' : false)],
  overrides: [
    // Here `URL` must stay as it is written: by `new Worker(new URL(…))` webpack knows what to bundle as a worker.
    { test: /start-worker\.ts$/, presets: [taro(false)] },
  ],
}
