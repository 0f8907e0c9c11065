import type { EChartsOption } from 'echarts'
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendPlainComponent, TitleComponent, TooltipComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import type { WechatContext, WechatSurface } from './wechat-surface'

/**
 * The only file that knows ECharts itself: what of it is used, and how it starts. It is loaded when the first picture is wanted; on weapp it lies in
 * the sub-package whose pages show pictures.
 */
use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendPlainComponent,
  TitleComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
])

/** In CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A picture that is being shown. */
export interface LivingChart {
  /** Draws at once, instead of what was there. */
  readonly draw: (option: EChartsOption, size: Size) => void
  /** A finger or a mouse at a point, in CSS pixels from the left and top. */
  readonly point: (what: 'mousemove' | 'mouseup' | 'mouseout' | 'click', x: number, y: number) => void
  /** Calls with the position of what was pressed in its series. */
  readonly onPress: (pressed: (at: number) => void) => void
  readonly end: () => void
}

type Chart = ReturnType<typeof init>

/** Starts a picture in an element of a browser. */
export function startInBrowser(element: HTMLElement, size: Size): LivingChart {
  return living(init(element, null, { ...size, renderer: 'canvas' }))
}

/** Starts a picture on a canvas of WeChat. */
export function startInWechat(surface: WechatSurface, size: Size, pixelRatio: number): LivingChart {
  const measuring: WechatContext = surface.getContext('2d')
  setPlatformAPI({
    // Taro has a `document` there whose canvases do not draw.
    createCanvas: () => asBrowserCanvas(surface),
    measureText: (text: string, font?: string) => {
      // The canvas that draws also measures: it must not notice.
      measuring.save()
      if (font !== undefined) measuring.font = font
      const { width } = measuring.measureText(text)
      measuring.restore()
      return { width }
    },
  })
  return living(init(asBrowserCanvas(surface), null, { ...size, devicePixelRatio: pixelRatio, renderer: 'canvas' }))
}

/** Around a saved picture, in CSS pixels. */
const margin = 24
const fineness = 2

/** @returns a picture as PNG with a margin, a data address: twice as fine as it is large */
export function pngInBrowser(option: EChartsOption, size: Size, ground: string): string {
  const chart = init(document.createElement('div'), null, { ...size, devicePixelRatio: fineness, renderer: 'canvas' })
  try {
    chart.setOption(option)
    const picture = chart.renderToCanvas({ pixelRatio: fineness })
    const sheet = document.createElement('canvas')
    sheet.width = (size.width + 2 * margin) * fineness
    sheet.height = (size.height + 2 * margin) * fineness
    const context = sheet.getContext('2d')
    if (context === null) throw new Error('this browser has no canvas to save a picture from')
    context.fillStyle = ground
    context.fillRect(0, 0, sheet.width, sheet.height)
    context.drawImage(picture, margin * fineness, margin * fineness)
    return sheet.toDataURL('image/png')
  } finally {
    chart.dispose()
  }
}

// ECharts asks of a canvas what `WechatSurface` has and no more; its type asks for all of a browser's.
const asBrowserCanvas = (surface: WechatSurface): HTMLCanvasElement => surface as unknown as HTMLCanvasElement

function living(chart: Chart): LivingChart {
  return {
    draw: (option, { width, height }) => {
      chart.resize({ width, height })
      chart.setOption(option, { notMerge: true })
      // Now, not in the next frame: a picture that is saved in the same breath must be there.
      chart.getZr().flush()
    },
    point: (what, x, y) => {
      const nothing = () => undefined
      chart.getZr().handler.dispatch(what, {
        zrX: x,
        zrY: y,
        preventDefault: nothing,
        stopImmediatePropagation: nothing,
        stopPropagation: nothing,
      })
    },
    onPress: (pressed) => {
      chart.off('click')
      chart.on('click', ({ dataIndex }) => pressed(dataIndex))
    },
    end: () => chart.dispose(),
  }
}
