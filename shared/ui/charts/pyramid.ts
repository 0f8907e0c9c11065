import type { EChartsOption } from 'echarts'
import { amountAt, type Figures, together } from './figures'
import { faces, type Look, roomOf, textSize, widestOf } from './look'
import { sayAmount } from './words'

const rowHeight = (look: Look) => Math.round(21 * look.scale)
const headHeight = (look: Look) => Math.round(40 * look.scale)

/** @returns how high an age pyramid is, in CSS pixels */
export const pyramidHeight = ({ rows }: Figures, look: Look): number =>
  look.top + headHeight(look) + Math.max(1, rows.length) * rowHeight(look) + 8

/** Two series back to back, the first row at the foot; the bands stand between them, the numbers outside. Its first two series are drawn. */
export function pyramidOption(figures: Figures, look: Look): EChartsOption {
  const { palette } = look
  const { small, body } = textSize(look)
  const names = figures.rows.map(({ name }) => name)
  const middle = widestOf(names, small) + 16
  const side = (look.width - middle) / 2
  const numbers = figures.rows.flatMap((_, row) => [0, 1].map((at) => sayAmount(amountAt(figures, row, at))))
  const numberRoom = widestOf(numbers, small) + 8
  // One scale for both sides: that is what the picture is for.
  const most = Math.max(
    1,
    ...figures.rows.flatMap((_, row) => [0, 1].map((at) => amountAt(figures, row, at).value ?? 0)),
  )
  const top = look.top + headHeight(look)
  const height = Math.max(1, figures.rows.length) * rowHeight(look)
  const colours = [palette.series[2] ?? palette.accent, palette.series[1] ?? palette.amber]
  const grid = (left: number) => ({ left, top, width: side - numberRoom, height, containLabel: false })
  const bar = (at: 0 | 1) => ({
    id: figures.series[at]?.key ?? String(at),
    name: figures.series[at]?.name ?? '',
    type: 'bar' as const,
    xAxisIndex: at,
    yAxisIndex: at,
    barCategoryGap: '22%',
    data: figures.rows.map((_, row) => amountAt(figures, row, at).value ?? 0),
    itemStyle: {
      color: colours[at] ?? palette.accent,
      borderRadius: (at === 0 ? [3, 0, 0, 3] : [0, 3, 3, 0]) as [number, number, number, number],
    },
    emphasis: { disabled: true },
    label: {
      show: true,
      position: at === 0 ? ('left' as const) : ('right' as const),
      distance: 5,
      color: palette.ink,
      fontFamily: faces,
      fontSize: small,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => sayAmount(amountAt(figures, dataIndex, at)),
    },
  })
  const value = (at: 0 | 1) => ({
    type: 'value' as const,
    gridIndex: at,
    show: false,
    min: 0,
    max: most,
    inverse: at === 0,
  })
  const bands = (at: 0 | 1) => ({
    type: 'category' as const,
    gridIndex: at,
    data: names,
    position: at === 0 ? ('right' as const) : ('left' as const),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      show: at === 0,
      interval: 0,
      align: 'center' as const,
      margin: middle / 2,
      color: palette.quiet,
      fontFamily: faces,
      fontSize: small,
    },
  })
  const head = (at: 0 | 1) => {
    const sum = sayAmount(together(figures.amounts.map((row) => row[at] ?? {})), figures.unit)
    const words = `${figures.series[at]?.name ?? ''}  ${sum}`
    // Over the middle of its side, and never beyond the edge.
    const half = roomOf(`■ ${words}`, body) / 2 + 4
    return {
      text: `{mark|■} ${words}`,
      top: look.top + 6,
      left: at === 0 ? Math.max(half, side / 2) : Math.min(look.width - half, side + middle + side / 2),
      textAlign: 'center' as const,
      textStyle: {
        color: palette.ink,
        fontFamily: faces,
        fontSize: body,
        fontWeight: 600 as const,
        rich: { mark: { color: colours[at] ?? palette.accent, fontSize: body } },
      },
    }
  }
  return {
    animation: false,
    textStyle: { fontFamily: faces, fontSize: small, color: palette.ink },
    title: [head(0), head(1)],
    grid: [grid(numberRoom), grid(side + middle)],
    xAxis: [value(0), value(1)],
    yAxis: [bands(0), bands(1)],
    series: [bar(0), bar(1)],
  }
}
