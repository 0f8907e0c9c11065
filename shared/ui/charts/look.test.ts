import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { darkPalette, faces, lightPalette, type Palette } from './look'

const tokens = readFileSync(join(__dirname, '../styles/tokens.scss'), 'utf8')
const mixin = (name: string) => tokens.split(`@mixin ${name} {`)[1]?.split('\n}')[0] ?? ''
const token = (name: string, of: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(of)?.[1]

/** How bright a colour is, by WCAG. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((first, second) => first - second)
  return (light + 0.05) / (dark + 0.05)
}

const both: readonly (readonly [string, Palette])[] = [
  ['light', lightPalette],
  ['dark', darkPalette],
]

test.each(both)('%s: the colours are those of the tokens', (name, palette) => {
  const of = mixin(name)
  expect(palette).toMatchObject({
    surface: token('surface', of),
    ink: token('ink', of),
    quiet: token('ink-quiet', of),
    hairline: token('hairline', of),
    sunken: token('sunken', of),
    accent: token('accent', of),
    accentWeak: token('accent-weak', of),
    danger: token('danger', of),
    amber: token('amber', of),
  })
})

test('the faces are those of the tokens', () => {
  expect(tokens.split('--faces:')[1]?.split(';')[0]?.replace(/\s+/g, ' ').trim()).toBe(faces)
})

test.each(both)(
  '%s: words stand 4.5 : 1 on their ground, colours that are told apart 3 : 1 on the surface',
  (_, palette) => {
    for (const colour of [palette.ink, palette.quiet])
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(4.5)
    // What a tooltip says.
    expect(contrast(palette.surface, palette.ink)).toBeGreaterThanOrEqual(4.5)
    for (const { ground, ink } of palette.steps) expect([ground, contrast(ground, ink) >= 4.5]).toEqual([ground, true])
    for (const colour of palette.series)
      expect([colour, contrast(colour, palette.surface) >= 3]).toEqual([colour, true])
    expect(new Set(palette.series).size).toBe(palette.series.length)
  },
)
