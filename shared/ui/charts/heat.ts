import type { EChartsOption } from 'echarts'
import { amountAt, type Figures, withFewRows } from './figures'
import { faces, type Look, roomOf, textSize, widestOf } from './look'
import { sayAmount } from './words'

const gap = 6
const cellHeight = (look: Look) => Math.round(58 * look.scale)

/** How many cells stand side by side, and how wide each is: wide enough for a place's name. */
function columnsOf(figures: Figures, look: Look): { readonly columns: number; readonly width: number } {
  const { small } = textSize(look)
  const names = widestOf(
    figures.rows.map(({ name }) => name),
    small,
  )
  const wanted = Math.min(roomOf('花家地北里社区', small), Math.max(small * 3, names)) + 20
  const columns = Math.max(1, Math.min(figures.rows.length, Math.floor((look.width + gap) / (wanted + gap))))
  return { columns, width: (look.width - gap * (columns - 1)) / columns }
}

/** @returns how high a strip is, in CSS pixels: as many lines as its cells need */
export function heatHeight(figures: Figures, look: Look): number {
  const { rows } = withFewRows(figures)
  const lines = Math.ceil(Math.max(1, rows.length) / columnsOf(figures, look).columns)
  return look.top + lines * (cellHeight(look) + gap) - gap + 2
}

/** A cell a row, the deeper the nearer to all (100); its name and number are in it. */
export function heatOption(figures: Figures, look: Look): EChartsOption {
  const shown = withFewRows(figures)
  const { palette } = look
  const { small, body } = textSize(look)
  const { columns, width } = columnsOf(figures, look)
  const high = cellHeight(look)
  const height = heatHeight(figures, look) - look.top
  return {
    animation: false,
    textStyle: { fontFamily: faces, fontSize: small, color: palette.ink },
    grid: { left: 0, top: look.top, width: look.width, height, containLabel: false },
    // In pixels, so that every cell stands where it is told.
    xAxis: { type: 'value', show: false, min: 0, max: look.width },
    yAxis: { type: 'value', show: false, min: 0, max: height, inverse: true },
    series: [
      {
        id: 'cells',
        type: 'scatter',
        symbol: roundedCell(width, high),
        symbolSize: [width, high],
        emphasis: { disabled: true },
        data: shown.rows.map((row, at) => {
          const amount = amountAt(shown, at, 0)
          const step = stepOf(look, amount.value)
          return {
            name: row.name,
            value: [(at % columns) * (width + gap) + width / 2, Math.floor(at / columns) * (high + gap) + high / 2],
            itemStyle: { color: step.ground, opacity: 1 },
            label: {
              show: true,
              formatter: `{name|${row.name}}\n{number|${sayAmount(amount, shown.unit)}}`,
              rich: {
                name: {
                  color: step.ink,
                  fontFamily: faces,
                  fontSize: small,
                  lineHeight: small * 1.5,
                  width: width - 12,
                  overflow: 'truncate',
                  align: 'center' as const,
                },
                number: {
                  color: step.ink,
                  fontFamily: faces,
                  fontSize: body,
                  fontWeight: 600 as const,
                  lineHeight: body * 1.5,
                  align: 'center' as const,
                },
              },
            },
          }
        }),
      },
    ],
  }
}

/** @returns a cell as a path: the symbol of ECharts with round corners grows them with its width */
function roundedCell(width: number, height: number): string {
  const radius = 10
  const across = width - 2 * radius
  const down = height - 2 * radius
  const corner = (x: number, y: number) => `a${radius} ${radius} 0 0 1 ${x} ${y}`
  const [right, below, left, above] = [
    corner(radius, radius),
    corner(-radius, radius),
    corner(-radius, -radius),
    corner(radius, -radius),
  ]
  return `path://M${radius} 0h${across}${right}v${down}${below}h${-across}${left}v${-down}${above}z`
}

/** @returns the step of a share in percent; of what is not known the one of nothing */
function stepOf({ palette: { steps, sunken, ink } }: Look, value: number | undefined) {
  const at = value === undefined ? 0 : Math.min(steps.length - 1, Math.max(0, Math.floor(value / 20)))
  return steps[at] ?? { ground: sunken, ink }
}
