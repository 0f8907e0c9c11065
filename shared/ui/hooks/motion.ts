interface WithTaro extends Window {
  /** The configuration Taro's router goes by, read anew for each page. */
  readonly __taroAppConfig?: { animation?: unknown }
}

/** Who asked their device for less motion gets pages that come and go at once. In a browser only: the pages of a mini-program are moved by WeChat. */
export function respectMotion(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const { __taroAppConfig: config }: WithTaro = window
  if (config !== undefined && window.matchMedia('(prefers-reduced-motion: reduce)').matches) config.animation = false
}
