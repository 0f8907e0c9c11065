import type { EChartsOption } from 'echarts'
import { amountAt, type Figures, totalOf, withFewRows, withFewSeries } from './figures'
import { faces, type Look, roomOf, seriesColour, textSize, widestOf } from './look'
import { sayAmount } from './words'

/** What is drawn of figures as bars. */
const drawn = (figures: Figures): Figures => withFewRows(withFewSeries(figures))

const rowHeight = (look: Look) => Math.round(34 * look.scale)
const legendHeight = (look: Look) => Math.round(36 * look.scale)
/** About how wide a legend's entry is beside its words. */
const legendMark = 38

/** How many lines the legend takes: the names are known, the letters are as wide as they are high. */
function legendLines(figures: Figures, look: Look): number {
  if (figures.series.length < 2) return 0
  const { small } = textSize(look)
  let lines = 1
  let used = 0
  for (const { name } of figures.series) {
    const width = roomOf(name, small) + legendMark
    if (used > 0 && used + width > look.width) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines
}

/** @returns how high bars are, in CSS pixels */
export function barsHeight(figures: Figures, look: Look): number {
  const shown = drawn(figures)
  return look.top + legendLines(shown, look) * legendHeight(look) + Math.max(1, shown.rows.length) * rowHeight(look) + 8
}

/** One bar a row, its number at its end; of several series one upon the other, with what they are together at the end. */
export function barsOption(figures: Figures, look: Look): EChartsOption {
  const shown = drawn(figures)
  const { palette } = look
  const { small, body } = textSize(look)
  const several = shown.series.length > 1
  const lines = legendLines(shown, look)
  const names = shown.rows.map(({ name }) => name)
  const nameRoom = Math.min(widestOf(names, small) + 4, Math.round(look.width * 0.3))
  const numbers = shown.rows.map((_, at) => sayAmount(totalOf(shown, at)))
  const numberRoom = widestOf(numbers, body) + 14
  const thickness = Math.round(16 * look.scale)
  const numberOf = (row: number) => numbers[row] ?? ''
  const label = {
    show: true,
    position: 'right' as const,
    distance: 8,
    color: palette.ink,
    fontFamily: faces,
    fontSize: body,
    fontWeight: 600 as const,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => numberOf(dataIndex),
  }
  return {
    animation: false,
    textStyle: { fontFamily: faces, fontSize: small, color: palette.ink },
    grid: {
      left: nameRoom + 12,
      right: numberRoom,
      top: look.top + lines * legendHeight(look),
      bottom: 8,
      containLabel: false,
    },
    xAxis: { type: 'value', show: false, min: 0, max: ({ max }) => Math.max(1, max) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        color: palette.ink,
        fontFamily: faces,
        fontSize: small,
        margin: 10,
        width: nameRoom,
        overflow: 'truncate',
      },
    },
    ...(several
      ? {
          legend: {
            top: look.top,
            left: 0,
            itemWidth: 12,
            itemHeight: 12,
            itemGap: 14,
            icon: 'roundRect',
            selectedMode: false,
            textStyle: { color: palette.ink, fontFamily: faces, fontSize: small },
            data: shown.series.map(({ name }) => name),
          },
          tooltip: tooltipOf(shown, look),
        }
      : {}),
    series: [
      ...shown.series.map((one, at) => ({
        id: one.key,
        name: one.name,
        type: 'bar' as const,
        stack: 'all',
        barWidth: thickness,
        data: shown.rows.map((_, row) => amountAt(shown, row, at).value ?? 0),
        itemStyle: {
          color: seriesColour(palette, one.key, at),
          borderColor: palette.surface,
          borderWidth: several ? 1 : 0,
          borderRadius: several ? 0 : ([0, 4, 4, 0] as [number, number, number, number]),
        },
        emphasis: { disabled: true },
        ...(several ? {} : { label }),
      })),
      // The sum stands at the end of the stack, and nothing of it is drawn but its number.
      ...(several
        ? [
            {
              id: 'all',
              type: 'bar' as const,
              stack: 'all',
              silent: true,
              data: shown.rows.map(() => 0),
              itemStyle: { color: 'transparent' },
              label,
            },
          ]
        : []),
    ],
  }
}

/** What a finger or a mouse on a row reads: every series with its number. */
function tooltipOf(figures: Figures, look: Look): NonNullable<EChartsOption['tooltip']> {
  const { palette } = look
  const { small } = textSize(look)
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    axisPointer: { type: 'shadow', shadowStyle: { color: palette.accentWeak, opacity: 0.5 } },
    backgroundColor: palette.ink,
    borderWidth: 0,
    textStyle: { color: palette.surface, fontFamily: faces, fontSize: small },
    formatter: (points: unknown) => {
      const row = rowOf(points)
      if (row === undefined) return ''
      return [
        figures.rows[row]?.name ?? '',
        ...figures.series.map((one, at) => `${one.name}  ${sayAmount(amountAt(figures, row, at), figures.unit)}`),
      ].join('\n')
    },
  }
}

/** ECharts tells a tooltip of one or of several points; all of them are of one row. */
export function rowOf(points: unknown): number | undefined {
  const first: unknown = Array.isArray(points) ? points[0] : points
  if (typeof first !== 'object' || first === null || !('dataIndex' in first)) return undefined
  return typeof first.dataIndex === 'number' ? first.dataIndex : undefined
}
