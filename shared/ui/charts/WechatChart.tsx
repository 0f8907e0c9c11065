import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useRef, useState } from 'react'
import type { ChartCanvasProps } from './ChartCanvas'
import type { LivingChart } from './draw'
import type { Drawing } from './option'
import { surfaceOf, type WechatNode } from './wechat-surface'

interface Found {
  readonly node?: WechatNode & Taro.Canvas
  readonly width?: number
}

/** What a phone is wide before its canvas is measured. */
const usualWidth = 311

/** A picture in a mini-program: on a canvas of WeChat's, fingers passed on to it. */
export function WechatChart({ label, drawingAt, signature, onReady }: ChartCanvasProps) {
  // Selectors know no colons.
  const id = `chart-${useId().replace(/:/g, '')}`
  const chart = useRef<LivingChart>()
  const [width, setWidth] = useState(usualWidth)
  const [started, setStarted] = useState(false)
  const drawing = drawingAt(width)
  const now = useRef({ drawing, width, onReady })
  now.current = { drawing, width, onReady }

  useEffect(() => {
    let here = true
    const start = async (node: WechatNode & Taro.Canvas, found: number) => {
      const { startInWechat } = await import('./draw')
      if (!here) return
      const size = { width: found, height: now.current.drawing.height }
      const living = startInWechat(surfaceOf(node), size, Taro.getSystemInfoSync().pixelRatio)
      chart.current = living
      setWidth(found)
      setStarted(true)
      now.current.onReady(async (savedAt) => {
        await keep(living, node, savedAt(found), found)
        living.draw(now.current.drawing.option, { width: found, height: now.current.drawing.height })
      })
    }
    // The canvas is on the screen only after the next tick.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true }, (found: Found | null) => {
          if (here && found?.node !== undefined) void start(found.node, found.width || usualWidth)
        })
        .exec()
    })
    return () => {
      here = false
      chart.current?.end()
      chart.current = undefined
      now.current.onReady(undefined)
    }
  }, [id])

  // Options are rebuilt at every rendering; what they are made of changes seldom.
  useEffect(() => {
    if (started) chart.current?.draw(now.current.drawing.option, { width, height: now.current.drawing.height })
  }, [started, width, signature])

  return (
    <View ariaRole="img" ariaLabel={label}>
      <Canvas
        type="2d"
        id={id}
        className="z-chart__canvas"
        style={{ height: `${drawing.height}px` }}
        onTouchStart={(event) => {
          const [touch] = event.touches
          if (touch) chart.current?.point('mousemove', touch.x, touch.y)
        }}
        onTouchMove={(event) => {
          const [touch] = event.touches
          if (touch) chart.current?.point('mousemove', touch.x, touch.y)
        }}
      />
    </View>
  )
}

/** Draws the picture to be kept, takes it, and gives it to WeChat's own sheet: saved to the album or sent to a colleague. */
async function keep(chart: LivingChart, node: Taro.Canvas, { option, height }: Drawing, width: number): Promise<void> {
  chart.draw(option, { width, height })
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node, fileType: 'png' })
  await Taro.showShareImageMenu({ path: tempFilePath })
}
