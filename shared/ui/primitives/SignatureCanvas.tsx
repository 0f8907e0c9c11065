import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PointerEvent as ReactPointerEvent, useEffect, useId, useRef } from 'react'
import type { PickedFile } from '../controls/control'
import { Box } from './Box'
import { drawInk, type Ink, type InkContext, type InkPoint, onPaper, paper } from './ink'
import { bytesOf } from './shrink-photo'

export interface SignatureCanvasProps {
  /** Read by screen readers. */
  readonly label: string
  readonly ink: Ink
  readonly onPenDown: (at: InkPoint) => void
  readonly onPenMove: (at: InkPoint) => void
  /** Called with what makes a picture of the ink, once there is a canvas. */
  readonly onReady: (picture: () => Promise<PickedFile>) => void
}

/** The paper to sign on: it draws the ink it is given and says where the pen goes. */
export function SignatureCanvas(props: SignatureCanvasProps) {
  return process.env.TARO_ENV === 'h5' ? <BrowserCanvas {...props} /> : <WechatCanvas {...props} />
}

const fileName = '签名.png'

function BrowserCanvas({ label, ink, onPenDown, onPenMove, onReady }: SignatureCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const writing = useRef<number>()
  const ready = useRef(onReady)
  ready.current = onReady
  useEffect(() => {
    const element = canvas.current
    if (element !== null) ready.current(() => browserPicture(element))
  }, [])
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context) drawInk(context, ink)
  }, [ink])
  const at = (event: ReactPointerEvent): InkPoint => {
    const box = event.currentTarget.getBoundingClientRect()
    return onPaper([event.clientX - box.left, event.clientY - box.top], box)
  }
  const lift = () => {
    writing.current = undefined
  }
  return (
    <canvas
      ref={canvas}
      className="z-signature__paper"
      width={paper.width}
      height={paper.height}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        // One finger writes; a second on the glass is the hand that holds the phone.
        if (event.button > 0 || writing.current !== undefined) return
        writing.current = event.pointerId
        event.currentTarget.setPointerCapture(event.pointerId)
        onPenDown(at(event))
      }}
      onPointerMove={(event) => {
        if (writing.current === event.pointerId) onPenMove(at(event))
      }}
      onPointerUp={lift}
      onPointerCancel={lift}
    />
  )
}

function browserPicture(canvas: HTMLCanvasElement): Promise<PickedFile> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('签名没有存下来，请再试一次'))
      else resolve({ name: fileName, path: URL.createObjectURL(blob), bytes: blob.size })
    }, 'image/png')
  })
}

/** WeChat's canvas as the selector gives it; Taro's types leave its 2D context empty. */
type WechatNode = { getContext(kind: '2d'): InkContext } & Taro.Canvas

interface Found {
  readonly node?: WechatNode
  readonly width?: number
  readonly height?: number
}

function WechatCanvas({ label, ink, onPenDown, onPenMove, onReady }: SignatureCanvasProps) {
  // Selectors know no colons.
  const id = `signature-${useId().replace(/:/g, '')}`
  const context = useRef<InkContext>()
  const shown = useRef({ width: 0, height: 0 })
  const now = useRef({ ink, onReady })
  now.current = { ink, onReady }
  useEffect(() => {
    // The sheet is on the screen only after the next tick.
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${id}`)
        .fields({ node: true, size: true }, (found: Found | null) => {
          const node = found?.node
          if (node === undefined) return
          shown.current = { width: found?.width ?? 0, height: found?.height ?? 0 }
          node.width = paper.width
          node.height = paper.height
          context.current = node.getContext('2d')
          drawInk(context.current, now.current.ink)
          now.current.onReady(() => wechatPicture(node))
        })
        .exec()
    })
  }, [id])
  useEffect(() => {
    if (context.current) drawInk(context.current, ink)
  }, [ink])
  return (
    <Box label={label}>
      <Canvas
        type="2d"
        id={id}
        className="z-signature__paper"
        disableScroll
        onTouchStart={(event) => {
          const [touch] = event.touches
          if (touch && event.touches.length === 1) onPenDown(onPaper([touch.x, touch.y], shown.current))
        }}
        onTouchMove={(event) => {
          const [touch] = event.touches
          if (touch) onPenMove(onPaper([touch.x, touch.y], shown.current))
        }}
      />
    </Box>
  )
}

async function wechatPicture(node: WechatNode): Promise<PickedFile> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: node, fileType: 'png' })
  return { name: fileName, path: tempFilePath, bytes: await bytesOf(tempFilePath, 0) }
}
