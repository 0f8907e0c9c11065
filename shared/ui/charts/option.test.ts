import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { expect, test } from 'vitest'
import './draw'
import type { ChartKind, Figures } from './figures'
import { byDistrict, byMonth, bySexAndDistrict, freshShare, pyramid } from './invented.fixture'
import { darkPalette, type Look, lightPalette } from './look'
import { type Drawing, drawingOf, savedDrawing } from './option'

use([SVGRenderer])

const phone: Look = { palette: lightPalette, scale: 1, width: 311, top: 0 }

/** The words ECharts really draws. */
function wordsIn({ option, height }: Drawing, width: number): readonly string[] {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words)
}

const drawnWords = (kind: ChartKind, figures: Figures, look: Look = phone) =>
  wordsIn(drawingOf(kind, figures, look), look.width)

test('bars by place: each has its name and its number, withheld ones say so', () => {
  const words = drawnWords('bars', byDistrict)
  expect(words).toEqual(expect.arrayContaining(['东城区', '700', '西城区', '8,619', '延庆区', '不写明']))
})

test('stacked bars say what the groups are together, and which colour is which', () => {
  const words = drawnWords('bars', bySexAndDistrict)
  expect(words).toEqual(expect.arrayContaining(['男', '女', '没有登记', '610']))
  expect(words).not.toContain('300')
})

test('where somebody stands in two groups the total is the one that was told, not the sum', () => {
  const totals = bySexAndDistrict.rows.map(() => ({ value: 4321 }))
  expect(drawnWords('bars', { ...bySexAndDistrict, totals })).toContain('4,321')
})

test('a pyramid has all 38 numbers on a phone, one scale for both sides, and its sums on top', () => {
  const words = drawnWords('pyramid', pyramid)
  expect(words).toEqual(expect.arrayContaining(['90 岁以上', '不到 5 岁', '40–44', '12,400', '12,900', '不写明']))
  const { option } = drawingOf('pyramid', pyramid, phone)
  const most = [option.xAxis].flat().map((axis) => axis?.max)
  expect(most).toEqual([12_900, 12_900])
})

test('a trend says each number where there is room, the highest and the last otherwise', () => {
  const wide = drawnWords('trend', byMonth, { ...phone, width: 800 })
  expect(wide).toEqual(expect.arrayContaining(['1 月', '12 月', '1,200', '2,079']))
  const days = Array.from({ length: 90 }, (_, at) => ({ key: String(at), name: String(at) }))
  const long = { ...byMonth, rows: days, amounts: days.map((_, at) => [{ value: at === 20 ? 9876 : 5000 + at }]) }
  const words = drawnWords('trend', long)
  expect(words).toEqual(expect.arrayContaining(['9,876', '5,089']))
  expect(words).not.toContain('5,040')
})

test('a month of which nothing is known interrupts the line and is not none', () => {
  const { option } = drawingOf(
    'trend',
    { ...byMonth, amounts: byMonth.amounts.map((row, at) => (at === 3 ? [{}] : row)) },
    phone,
  )
  const [line] = [option.series].flat()
  expect(line && 'data' in line && Array.isArray(line.data) ? line.data[3] : undefined).toBe('-')
})

test('a strip has a cell for each place with its name and share, as many side by side as there is room for', () => {
  const words = drawnWords('heat', freshShare)
  expect(words).toEqual(expect.arrayContaining(['朝阳区', '74%', '怀柔区', '—']))
  expect(drawingOf('heat', freshShare, { ...phone, width: 900 }).height).toBeLessThan(
    drawingOf('heat', freshShare, phone).height,
  )
})

test('larger type makes pictures higher', () => {
  for (const [kind, figures] of [
    ['bars', byDistrict],
    ['pyramid', pyramid],
    ['trend', byMonth],
    ['heat', freshShare],
  ] as const)
    expect(drawingOf(kind, figures, { ...phone, scale: 1.4 }).height).toBeGreaterThan(
      drawingOf(kind, figures, phone).height,
    )
})

test.each(['bars', 'pyramid', 'heat', 'trend'] as const)('a saved %s has its heading, and the same numbers', (kind) => {
  const figures = { bars: byDistrict, pyramid, heat: freshShare, trend: byMonth }[kind]
  const saved = savedDrawing(kind, figures, { title: '实有人口', caption: '北京市 · 今天 14:30' }, 960)
  const words = wordsIn(saved, 960)
  expect(words).toEqual(expect.arrayContaining(['实有人口', '北京市 · 今天 14:30', ...drawnWords(kind, figures)]))
  expect(saved.option.backgroundColor).toBe(lightPalette.surface)
})

test('late is drawn in the colour of what is late, whatever stands beside it', () => {
  const series = ['fresh', 'soon', 'stale'].map((key) => ({ key, name: key }))
  const { option } = drawingOf('bars', { ...bySexAndDistrict, series }, { ...phone, palette: darkPalette })
  const colours = [option.series].flat().map((one) => one && 'itemStyle' in one && one.itemStyle?.color)
  expect(colours.slice(0, 3)).toEqual([darkPalette.accent, darkPalette.amber, darkPalette.danger])
})
