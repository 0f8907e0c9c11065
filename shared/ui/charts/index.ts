/** Pictures of numbers: pure options, drawn by ECharts when the first one is shown. */
export { Chart, type ChartProps } from './Chart'
export { ChartTable } from './ChartTable'
export { type Amount, type ChartKind, type Figures, mostBars, type Named, ranked, restKey, together } from './figures'
export { NumberTile } from './NumberTile'
export { sayAmount, sayNumber, withheldWords } from './words'
