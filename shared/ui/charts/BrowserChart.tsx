import { useEffect, useRef, useState } from 'react'
import type { ChartCanvasProps } from './ChartCanvas'
import type { LivingChart } from './draw'
import { lightPalette } from './look'
import { savedWidth } from './option'

/** A picture in a browser, as wide as what it stands in; ECharts is fetched when the first one is shown. */
export function BrowserChart({ label, drawingAt, signature, onReady }: ChartCanvasProps) {
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<LivingChart>()
  const [width, setWidth] = useState(0)
  const [started, setStarted] = useState(false)
  const [failed, setFailed] = useState(false)
  const ready = useRef(onReady)
  ready.current = onReady

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    setWidth(element.clientWidth)
    let here = true
    import('./draw')
      .then(({ startInBrowser, pngInBrowser }) => {
        if (!here) return
        chart.current = startInBrowser(element, { width: Math.max(1, element.clientWidth), height: 1 })
        setStarted(true)
        ready.current(async (savedAt, fileName) => {
          const { option, height } = savedAt(savedWidth)
          download(pngInBrowser(option, { width: savedWidth, height }, lightPalette.surface), fileName)
        })
      })
      .catch(() => {
        if (here) setFailed(true)
      })
    return () => {
      here = false
      watch.disconnect()
      chart.current?.end()
      chart.current = undefined
      ready.current(undefined)
    }
  }, [])

  const { option, height } = drawingAt(Math.max(1, width))
  const now = useRef({ option, height })
  now.current = { option, height }
  // Options are rebuilt at every rendering; what they are made of changes seldom.
  useEffect(() => {
    if (started && width > 0) chart.current?.draw(now.current.option, { width, height: now.current.height })
  }, [started, width, signature])

  if (failed) return <div className="z-chart__gone">图没有加载出来，数都在下面的表格里。</div>
  return (
    <div
      ref={frame}
      className={started ? 'z-chart__canvas' : 'z-chart__canvas z-skeleton'}
      style={{ height }}
      role="img"
      aria-label={label}
    />
  )
}

function download(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
