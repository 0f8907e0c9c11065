import type { Polygon, Position, Ring, Shape } from './shape'

/** One corner: which polygon, which of its rings, which of the ring's corners. */
export interface Corner {
  readonly polygon: number
  readonly ring: number
  readonly corner: number
}

interface Moment {
  readonly shape: Shape
  readonly draft: Ring
}

/** A boundary being drawn: what stands, the ring under way, and the way back and forth. */
export interface Drawing extends Moment {
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
  readonly selected: Corner | undefined
  /** What stood before a corner was taken hold of. */
  readonly held: Moment | undefined
}

export type DrawingStep =
  /** A corner of the ring under way. */
  | { readonly do: 'place'; readonly at: Position }
  /** The ring under way becomes a part of the boundary. Fewer than three corners: nothing happens. */
  | { readonly do: 'close' }
  /** The ring under way is given up. */
  | { readonly do: 'cancel' }
  | { readonly do: 'select'; readonly corner: Corner | undefined }
  /** Takes a corner along; any number of these and one `drop` are one step back. */
  | { readonly do: 'drag'; readonly corner: Corner; readonly to: Position }
  | { readonly do: 'drop' }
  /** A new corner on the edge that begins at a corner; it is selected. */
  | { readonly do: 'insert'; readonly after: Corner; readonly at: Position }
  /** Removes the selected corner, or the last of the ring under way; a ring of three goes as a whole. */
  | { readonly do: 'delete' }
  | { readonly do: 'replace'; readonly shape: Shape }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }

export function startDrawing(shape: Shape): Drawing {
  return { shape, draft: [], past: [], future: [], selected: undefined, held: undefined }
}

const mostSteps = 200
const momentOf = ({ shape, draft }: Moment): Moment => ({ shape, draft })

function done(drawing: Drawing, next: Moment, selected?: Corner, before: Moment = drawing): Drawing {
  return {
    ...next,
    past: [...drawing.past, momentOf(before)].slice(-mostSteps),
    future: [],
    selected,
    held: undefined,
  }
}

export function ringAt(shape: Shape, { polygon, ring }: Corner): Ring | undefined {
  return shape[polygon]?.[ring]
}

function withRing(shape: Shape, at: Corner, change: (ring: Ring) => Ring): Shape {
  return shape.map(
    (polygon, index): Polygon =>
      index === at.polygon ? polygon.map((ring, inside) => (inside === at.ring ? change(ring) : ring)) : polygon,
  )
}

/** Without one ring; with its outer ring a polygon goes as a whole. */
function withoutRing(shape: Shape, at: Corner): Shape {
  return shape.flatMap((polygon, index): Polygon[] => {
    if (index !== at.polygon) return [polygon]
    return at.ring === 0 ? [] : [polygon.filter((_, inside) => inside !== at.ring)]
  })
}

/** One step of drawing. Pure: what makes no sense leaves the drawing as it is. */
export function draw(drawing: Drawing, step: DrawingStep): Drawing {
  switch (step.do) {
    case 'place':
      return done(drawing, { shape: drawing.shape, draft: [...drawing.draft, step.at] })
    case 'close':
      if (drawing.draft.length < 3) return drawing
      return done(drawing, { shape: [...drawing.shape, [drawing.draft]], draft: [] })
    case 'cancel':
      if (drawing.draft.length > 0) return done(drawing, { shape: drawing.shape, draft: [] })
      return { ...drawing, selected: undefined }
    case 'select':
      return { ...drawing, selected: step.corner }
    case 'drag': {
      if (ringAt(drawing.shape, step.corner)?.[step.corner.corner] === undefined) return drawing
      const shape = withRing(drawing.shape, step.corner, (ring) =>
        ring.map((position, index) => (index === step.corner.corner ? step.to : position)),
      )
      return { ...drawing, shape, selected: step.corner, held: drawing.held ?? momentOf(drawing) }
    }
    case 'drop':
      if (drawing.held === undefined) return drawing
      return done(drawing, momentOf(drawing), drawing.selected, drawing.held)
    case 'insert': {
      if (ringAt(drawing.shape, step.after)?.[step.after.corner] === undefined) return drawing
      const shape = withRing(drawing.shape, step.after, (ring) => [
        ...ring.slice(0, step.after.corner + 1),
        step.at,
        ...ring.slice(step.after.corner + 1),
      ])
      return done(drawing, { shape, draft: drawing.draft }, { ...step.after, corner: step.after.corner + 1 })
    }
    case 'delete': {
      if (drawing.draft.length > 0) return done(drawing, { shape: drawing.shape, draft: drawing.draft.slice(0, -1) })
      const { selected } = drawing
      const ring = selected === undefined ? undefined : ringAt(drawing.shape, selected)
      if (selected === undefined || ring === undefined) return drawing
      const shape =
        ring.length <= 3
          ? withoutRing(drawing.shape, selected)
          : withRing(drawing.shape, selected, (old) => old.filter((_, index) => index !== selected.corner))
      return done(drawing, { shape, draft: [] })
    }
    case 'replace':
      return done(drawing, { shape: step.shape, draft: [] })
    case 'undo': {
      const before = drawing.past.at(-1)
      if (before === undefined) return drawing
      return {
        ...before,
        past: drawing.past.slice(0, -1),
        future: [momentOf(drawing), ...drawing.future],
        selected: undefined,
        held: undefined,
      }
    }
    case 'redo': {
      const [after, ...rest] = drawing.future
      if (after === undefined) return drawing
      return {
        ...after,
        past: [...drawing.past, momentOf(drawing)],
        future: rest,
        selected: undefined,
        held: undefined,
      }
    }
  }
}
