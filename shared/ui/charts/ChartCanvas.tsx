import { BrowserChart } from './BrowserChart'
import type { Drawing } from './option'
import { WechatChart } from './WechatChart'

export interface ChartCanvasProps {
  /** Said instead of the picture. */
  readonly label: string
  /** The picture at a width, in CSS pixels. */
  readonly drawingAt: (width: number) => Drawing
  /** Drawn again when this is another: what the drawing is made of, as text. */
  readonly signature: string
  /** Takes a drawing for a moment and keeps it as a picture file; absent until the canvas is there. */
  readonly onReady: (
    keep: ((drawingAt: (width: number) => Drawing, fileName: string) => Promise<void>) | undefined,
  ) => void
}

/** The canvas a picture is drawn on, in a browser or in WeChat. */
export function ChartCanvas(props: ChartCanvasProps) {
  return process.env.TARO_ENV === 'h5' ? <BrowserChart {...props} /> : <WechatChart {...props} />
}
