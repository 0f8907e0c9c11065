/** Lets jest read the suite and the rooms of `shared/` as they are written. Types are checked by `tsc`. */
const { transformSync } = require('esbuild')

module.exports = {
  process: (source, path) => {
    const { code, map } = transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: true,
      sourcefile: path,
    })
    return { code, map }
  },
}
