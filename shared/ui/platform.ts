/**
 * Which build this is. Written out as `process.env.TARO_ENV === 'h5'` so that the bundler removes the other branch
 * altogether; only files in `primitives/` and `frame/` may ask.
 */
export const isH5 = process.env.TARO_ENV === 'h5'
