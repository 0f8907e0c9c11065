import type { EChartsOption } from 'echarts'
import { rowOf } from './bars'
import { amountAt, type Figures, withFewSeries } from './figures'
import { faces, type Look, seriesColour, textSize } from './look'
import { sayAmount, sayNumber, sayRound } from './words'

const lineHeight = 240

/** @returns how high a trend is, in CSS pixels */
export const trendHeight = (_: Figures, look: Look): number => look.top + Math.round(lineHeight * look.scale)

/** A line through time for each series; each number is said where there is room, the highest and the last in any case. */
export function trendOption(figures: Figures, look: Look): EChartsOption {
  const shown = withFewSeries(figures)
  const { palette } = look
  const { small, body } = textSize(look)
  const several = shown.series.length > 1
  const last = shown.rows.length - 1
  // Few enough to be read one by one; otherwise the highest and the last are said.
  const labelled = look.width / Math.max(1, shown.rows.length) > 46
  const values = shown.rows.map((_, row) => amountAt(shown, row, 0).value ?? Number.NEGATIVE_INFINITY)
  const highest = values.indexOf(Math.max(...values))
  // So near to each other the last one has the room.
  const apart = ((last - highest) * look.width) / Math.max(1, shown.rows.length) > 72
  const isSaid = (row: number) => labelled || row === last || (row === highest && apart)
  return {
    animation: false,
    textStyle: { fontFamily: faces, fontSize: small, color: palette.ink },
    grid: {
      left: 4,
      right: 24,
      top: look.top + (several ? Math.round(44 * look.scale) : Math.round(28 * look.scale)),
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: shown.rows.map(({ name }) => name),
      axisLine: { lineStyle: { color: palette.hairline } },
      axisTick: { show: false },
      axisLabel: { color: palette.quiet, fontFamily: faces, fontSize: small, hideOverlap: true, margin: 12 },
    },
    yAxis: {
      type: 'value',
      min: ({ min }) => Math.min(0, min),
      splitNumber: 3,
      minInterval: shown.unit === '' || shown.unit === '%' ? 0 : 1,
      splitLine: { lineStyle: { color: palette.hairline } },
      axisLabel: { color: palette.quiet, fontFamily: faces, fontSize: small, formatter: sayRound },
    },
    ...(several
      ? {
          legend: {
            top: look.top,
            left: 0,
            itemWidth: 16,
            itemHeight: 4,
            icon: 'roundRect',
            selectedMode: false,
            textStyle: { color: palette.ink, fontFamily: faces, fontSize: small },
            data: shown.series.map(({ name }) => name),
          },
        }
      : {}),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: 'line', lineStyle: { color: palette.quiet, type: 'solid' } },
      backgroundColor: palette.ink,
      borderWidth: 0,
      textStyle: { color: palette.surface, fontFamily: faces, fontSize: small },
      formatter: (points: unknown) => {
        const row = rowOf(points)
        if (row === undefined) return ''
        const said = shown.series.map((one, at) => {
          const words = sayAmount(amountAt(shown, row, at), shown.unit)
          return several ? `${one.name}  ${words}` : words
        })
        return [shown.rows[row]?.name ?? '', ...said].join('\n')
      },
    },
    series: shown.series.map((one, at) => {
      const colour = seriesColour(palette, one.key, at)
      return {
        id: one.key,
        name: one.name,
        type: 'line' as const,
        data: shown.rows.map((_, row) => amountAt(shown, row, at).value ?? '-'),
        symbol: 'circle',
        // Of many points only those whose number is said are marked.
        symbolSize: (_: unknown, point: { readonly dataIndex: number }) =>
          shown.rows.length <= 24 || (!several && isSaid(point.dataIndex)) ? Math.round(7 * look.scale) : 0,
        showSymbol: true,
        showAllSymbol: true,
        lineStyle: { color: colour, width: 2.5 },
        itemStyle: { color: colour, borderColor: palette.surface, borderWidth: 1 },
        emphasis: { disabled: true },
        ...(several ? {} : { areaStyle: { color: palette.accentWeak, opacity: 0.7 } }),
        label: {
          show: !several,
          position: 'top' as const,
          distance: 8,
          color: palette.ink,
          fontFamily: faces,
          fontSize: labelled ? small : body,
          fontWeight: 600 as const,
          formatter: ({ dataIndex, value }: { readonly dataIndex: number; readonly value: unknown }) =>
            typeof value === 'number' && isSaid(dataIndex) ? sayNumber(value) : '',
        },
        labelLayout: { hideOverlap: true },
      }
    }),
  }
}
