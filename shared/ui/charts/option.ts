import type { EChartsOption } from 'echarts'
import { barsHeight, barsOption } from './bars'
import type { ChartKind, Figures } from './figures'
import { heatHeight, heatOption } from './heat'
import { faces, type Look, lightPalette, textSize } from './look'
import { pyramidHeight, pyramidOption } from './pyramid'
import { trendHeight, trendOption } from './trend'

/** A picture as ECharts draws it, and how high it is in CSS pixels. */
export interface Drawing {
  readonly option: EChartsOption
  readonly height: number
}

const builders: Readonly<
  Record<
    ChartKind,
    { option: (figures: Figures, look: Look) => EChartsOption; height: (figures: Figures, look: Look) => number }
  >
> = {
  bars: { option: barsOption, height: barsHeight },
  trend: { option: trendOption, height: trendHeight },
  pyramid: { option: pyramidOption, height: pyramidHeight },
  heat: { option: heatOption, height: heatHeight },
}

/** @returns how figures are drawn */
export function drawingOf(kind: ChartKind, figures: Figures, look: Look): Drawing {
  const { option, height } = builders[kind]
  return { option: option(figures, look), height: height(figures, look) }
}

export interface Heading {
  readonly title: string
  /** Of where and when, small. */
  readonly caption: string
}

/** Around a saved picture, in CSS pixels. */
const headRoom = 76
/** As wide as a picture in a report; on a phone as wide as it is seen. */
export const savedWidth = 960

/** @returns the same picture to be kept: light, with its heading, whatever the device looks like */
export function savedDrawing(kind: ChartKind, figures: Figures, heading: Heading, width: number): Drawing {
  const look: Look = { palette: lightPalette, scale: 1, width, top: headRoom }
  const { option, height } = drawingOf(kind, figures, look)
  const { large, small } = textSize(look)
  const own = option.title === undefined ? [] : [option.title].flat()
  return {
    height,
    option: {
      ...option,
      backgroundColor: lightPalette.surface,
      title: [
        {
          text: heading.title,
          subtext: heading.caption,
          left: 0,
          top: 0,
          itemGap: 6,
          textStyle: { color: lightPalette.ink, fontFamily: faces, fontSize: large, fontWeight: 600 },
          subtextStyle: { color: lightPalette.quiet, fontFamily: faces, fontSize: small },
        },
        ...own,
      ],
    },
  }
}
