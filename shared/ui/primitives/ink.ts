/** On the paper of a signature, which is so wide and high whatever the screen. */
export type InkPoint = readonly [x: number, y: number]
/** From putting the pen down to lifting it. */
export type Stroke = readonly InkPoint[]

export const paper = { width: 1200, height: 480 } as const

/** What ink needs of a canvas: the browser's and WeChat's give it alike. */
export type InkContext = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>

/** What is signed: by hand or by typing. */
export type Ink =
  | { readonly by: 'hand'; readonly strokes: readonly Stroke[] }
  | { readonly by: 'keys'; readonly text: string }

export const noInk: Ink = { by: 'hand', strokes: [] }

export function isBlankInk(ink: Ink): boolean {
  return ink.by === 'hand' ? ink.strokes.every((stroke) => stroke.length === 0) : ink.text.trim() === ''
}

/** @returns a point on a screen's canvas of a size, as it lies on the paper */
export function onPaper([x, y]: InkPoint, shown: { readonly width: number; readonly height: number }): InkPoint {
  return [
    shown.width === 0 ? 0 : (x / shown.width) * paper.width,
    shown.height === 0 ? 0 : (y / shown.height) * paper.height,
  ]
}

export function strokeBegun(ink: Ink, at: InkPoint): Ink {
  return { by: 'hand', strokes: [...(ink.by === 'hand' ? ink.strokes : []), [at]] }
}

export function strokeContinued(ink: Ink, at: InkPoint): Ink {
  if (ink.by !== 'hand') return ink
  const last = ink.strokes.at(-1)
  return last === undefined ? ink : { by: 'hand', strokes: [...ink.strokes.slice(0, -1), [...last, at]] }
}

/** @returns how large typed characters stand so that they fill the paper but do not leave it, in pixels */
export function letterSize(text: string): number {
  // Letters and digits are about half as wide as Chinese characters.
  const widths = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.6 : 1), 0)
  return Math.floor(Math.min(paper.height * 0.6, (paper.width * 0.9) / Math.max(1, widths)))
}

/** Always dark on white, also on a dark screen: it is printed. */
const colours = { ground: '#ffffff', ink: '#1d2421' } as const

export function drawInk(context: InkContext, ink: Ink): void {
  context.fillStyle = colours.ground
  context.fillRect(0, 0, paper.width, paper.height)
  if (ink.by === 'keys') {
    context.fillStyle = colours.ink
    context.font = `${letterSize(ink.text)}px KaiTi, STKaiti, "Kaiti SC", serif`
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    context.fillText(ink.text, paper.width / 2, paper.height / 2)
    return
  }
  context.strokeStyle = colours.ink
  context.lineWidth = 10
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const stroke of ink.strokes) drawStroke(context, stroke)
}

/** Through the middle of each two points, bent towards the points: no corners where the hand made none. */
function drawStroke(context: InkContext, stroke: Stroke): void {
  const [first] = stroke
  if (first === undefined) return
  context.beginPath()
  context.moveTo(...first)
  for (const [index, point] of stroke.entries()) {
    const next = stroke[index + 1] ?? point
    context.quadraticCurveTo(...point, (point[0] + next[0]) / 2, (point[1] + next[1]) / 2)
  }
  // A dot is a line of no length, which round ends make visible.
  context.lineTo(...(stroke.at(-1) ?? first))
  context.stroke()
}
