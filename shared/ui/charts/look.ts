import { restKey } from './figures'

/**
 * The colours of pictures. A canvas knows no style sheet, so the tokens they are made of are said again here; a test holds them to
 * `styles/tokens.scss` and to their contrasts.
 */
export interface Palette {
  readonly surface: string
  readonly ink: string
  readonly quiet: string
  readonly hairline: string
  readonly sunken: string
  readonly accent: string
  readonly accentWeak: string
  /** What is in a sum and not told apart. */
  readonly rest: string
  /** What is late; only for that. */
  readonly danger: string
  readonly amber: string
  /** Told apart by colour, ≥ 3 : 1 on the surface. */
  readonly series: readonly string[]
  /** From nothing to all, each with the ink that is read on it. */
  readonly steps: readonly { readonly ground: string; readonly ink: string }[]
}

export const lightPalette: Palette = {
  surface: '#ffffff',
  ink: '#1d2421',
  quiet: '#5a645f',
  hairline: '#e6e2d9',
  sunken: '#efece4',
  accent: '#17685a',
  accentWeak: '#e3f0ec',
  rest: '#c9c5ba',
  danger: '#b02f24',
  amber: '#84560f',
  series: ['#17685a', '#b7791f', '#3d6a96', '#86598e', '#6f7d2b', '#7d827b'],
  steps: [
    { ground: '#efece4', ink: '#1d2421' },
    { ground: '#d3e7e0', ink: '#1d2421' },
    { ground: '#93c6b8', ink: '#1d2421' },
    { ground: '#2f7f6e', ink: '#ffffff' },
    { ground: '#17685a', ink: '#ffffff' },
  ],
}

export const darkPalette: Palette = {
  surface: '#1d2421',
  ink: '#ecefea',
  quiet: '#a6b1ab',
  hairline: '#2f3934',
  sunken: '#262e2a',
  accent: '#6cc4af',
  accentWeak: '#1d3a33',
  rest: '#4a554f',
  danger: '#f3968a',
  amber: '#e6b95f',
  series: ['#6cc4af', '#e6b95f', '#8ab6e0', '#c79bcf', '#b5c26a', '#9aa59f'],
  steps: [
    { ground: '#262e2a', ink: '#ecefea' },
    { ground: '#1f4a40', ink: '#ecefea' },
    { ground: '#2c6b5e', ink: '#ecefea' },
    { ground: '#6cc4af', ink: '#08231d' },
    { ground: '#a5e0d1', ink: '#08231d' },
  ],
}

export const faces =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif'

/** How a picture is drawn: its colours, how large its words are, how much room it has. */
export interface Look {
  readonly palette: Palette
  /** 1; in 关怀版 1.4. */
  readonly scale: number
  /** In CSS pixels. */
  readonly width: number
  /** Kept free at the top, for the heading of a saved picture. */
  readonly top: number
}

/** Sizes of type in pictures, in CSS pixels: those of the tokens. */
export const textSize = ({ scale }: Pick<Look, 'scale'>) => ({
  small: Math.round(13 * scale),
  body: Math.round(15 * scale),
  large: Math.round(17 * scale),
})

/** @returns about how wide words are drawn, in CSS pixels: figures and letters are narrower than characters */
export function roomOf(words: string, size: number): number {
  let room = 0
  for (const character of words) room += character === ' ' ? 0.28 : character < '\u2500' ? 0.58 : 1
  return Math.ceil(room * size)
}

/** @returns the widest of several words */
export const widestOf = (all: readonly string[], size: number): number =>
  Math.max(0, ...all.map((words) => roomOf(words, size)))

/** @returns the colour of a series: what is late or soon late has its own, whatever comes beside it */
export function seriesColour({ series, danger, amber, accent, rest }: Palette, key: string, at: number): string {
  if (key === restKey) return rest
  if (key === 'stale') return danger
  if (key === 'soon') return amber
  if (key === 'fresh') return accent
  return series[at % series.length] ?? accent
}
