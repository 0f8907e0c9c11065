import {
  type KeyboardEvent as ReactKeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { cx } from '../classes'
import { Pressable } from '../primitives/Pressable'
import { type Corner, type Drawing, type DrawingStep, ringAt } from './drawing'
import type { MapLayer } from './layers'
import { type Bounds, boundsOf, type Polygon, type Position, type Ring, type Shape } from './shape'
import {
  fit,
  fromScreen,
  gridLines,
  type Point,
  panned,
  type Size,
  scaleBar,
  tilesIn,
  toScreen,
  type View,
  zoomedAt,
} from './view'

export interface MapMark {
  readonly key: string
  readonly position: Position
  readonly text: string
  readonly label: string
}

export interface MapCanvasProps {
  /** Read by screen readers: what is shown. */
  readonly label: string
  readonly layers: readonly MapLayer[]
  /** What to show whole; looked at when `key` changes. Without it: all layers. */
  readonly focus?: { readonly key: string; readonly bounds: Bounds } | undefined
  /** A boundary being drawn; without it the map is only looked at. */
  readonly drawing?: Drawing | undefined
  readonly onDraw?: ((step: DrawingStep) => void) | undefined
  /** Pressing the map places corners of a new ring. */
  readonly placing?: boolean
  /** Pictures below the boundaries, `{z}/{x}/{y}` in the template; their coordinates are the layers'. */
  readonly tiles?: string | undefined
  /** Spots that can be pressed, each with its words; `label` is read by screen readers and contains them. */
  readonly marks?: readonly MapMark[]
  readonly onMark?: ((key: string) => void) | undefined
  /** Cannot be moved: a picture in a card. */
  readonly still?: boolean
}

const nowhere: View = { center: [104.2, 35.9], zoom: 4 }
/** Pressing and letting go within so many pixels is a press, not a drag. */
const steady = 4

/** Our own map: pan, zoom, boundaries, drawing. Only h5; a mini-program shows `MapPicture`. */
export function MapCanvas({
  label,
  layers,
  focus,
  drawing,
  onDraw,
  placing,
  tiles,
  still,
  marks = [],
  onMark,
}: MapCanvasProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [moved, setMoved] = useState<{ readonly key: string; readonly view: View }>()
  const all = boundsOf([...layers.map(({ shape }) => shape), ...(drawing ? [drawing.shape] : [])])
  // What is drawn moves the bounds; the picture stays where the person left it.
  const first = useRef<Bounds>()
  if (first.current === undefined && all !== undefined) first.current = all
  const bounds = focus?.bounds ?? (still ? all : first.current)
  const key = focus?.key ?? (bounds === undefined ? 'nowhere' : 'all')
  const view = moved?.key === key ? moved.view : bounds === undefined ? nowhere : fit(bounds, size, still ? 16 : 48)
  const setView = (next: View) => setMoved({ key, view: next })
  const now = useRef({ view, size, setView })
  now.current = { view, size, setView }

  useEffect(() => {
    const element = frame.current
    if (element === null || still) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const at: Point = [event.clientX - box.left, event.clientY - box.top]
      const steps = Math.max(-1, Math.min(1, -event.deltaY / 240))
      now.current.setView(zoomedAt(now.current.view, now.current.size, at, steps))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [still])

  const pointers = useRef(new Map<number, Point>())
  const travelled = useRef(0)
  const held = useRef<Corner>()
  const pointOf = (event: ReactPointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect()
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)]
  }
  const positionOf = (event: ReactPointerEvent): Position => fromScreen(view, size, pointOf(event))

  const onDown = (event: ReactPointerEvent) => {
    if (still || event.button > 0) return
    frame.current?.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, pointOf(event))
    if (pointers.current.size === 1) travelled.current = 0
  }
  const onMove = (event: ReactPointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (before === undefined) return
    const at = pointOf(event)
    pointers.current.set(event.pointerId, at)
    if (pointers.current.size === 2) {
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      if (other === undefined) return
      const apart = (from: Point) => Math.hypot(from[0] - other[0], from[1] - other[1])
      const steps = Math.log2(Math.max(1, apart(at)) / Math.max(1, apart(before)))
      travelled.current = steady + 1
      setView(zoomedAt(view, size, [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2], steps))
      return
    }
    travelled.current += Math.hypot(at[0] - before[0], at[1] - before[1])
    if (held.current !== undefined) onDraw?.({ do: 'drag', corner: held.current, to: positionOf(event) })
    else if (travelled.current > steady) setView(panned(view, size, at[0] - before[0], at[1] - before[1]))
  }
  const onUp = (event: ReactPointerEvent) => {
    if (!pointers.current.delete(event.pointerId)) return
    if (held.current !== undefined) {
      held.current = undefined
      onDraw?.({ do: 'drop' })
      return
    }
    if (travelled.current > steady || pointers.current.size > 0) return
    if (!placing) {
      onDraw?.({ do: 'select', corner: undefined })
      return
    }
    const start = drawing?.draft[0]
    const at = pointOf(event)
    if (start !== undefined && (drawing?.draft.length ?? 0) >= 3) {
      const [x, y] = toScreen(view, size, start)
      if (Math.hypot(x - at[0], y - at[1]) < 14) {
        onDraw?.({ do: 'close' })
        return
      }
    }
    onDraw?.({ do: 'place', at: positionOf(event) })
  }
  const hold = (corner: Corner) => {
    held.current = corner
    onDraw?.({ do: 'select', corner })
  }
  const onKey = (event: ReactKeyboardEvent) => {
    // Buttons on the map have keys of their own.
    if (still || event.target !== event.currentTarget) return
    const handled = keyPressed(event, { view, size, setView, drawing, placing: placing === true, onDraw })
    if (handled) event.preventDefault()
  }
  const middle: Point = [size.width / 2, size.height / 2]
  const behaviour = {
    'aria-label': label,
    ...(still ? { role: 'img' } : { role: 'application', tabIndex: 0 }),
    onPointerDown: onDown,
    onPointerMove: onMove,
    onPointerUp: onUp,
    onPointerCancel: onUp,
    onKeyDown: onKey,
  }

  return (
    <div ref={frame} className={cx('z-map', still && 'z-map--still', placing && 'z-map--placing')} {...behaviour}>
      {tiles === undefined ? null : <Tiles view={view} size={size} template={tiles} />}
      <svg className="z-map__sheet" width={size.width} height={size.height} aria-hidden="true">
        {still || tiles !== undefined ? null : <Grid view={view} size={size} />}
        {layers.map((layer) => (
          <Boundary key={layer.key} layer={layer} view={view} size={size} named={!still} />
        ))}
        {drawing === undefined ? null : (
          <Drawn drawing={drawing} view={view} size={size} editable={!placing} onHold={hold} onDraw={onDraw} />
        )}
        {placing ? (
          <path className="z-map__cross" d={`M${middle[0] - 9} ${middle[1]}h18M${middle[0]} ${middle[1] - 9}v18`} />
        ) : null}
      </svg>
      <Marks marks={marks} onMark={onMark} view={view} size={size} />
      {still ? null : (
        <>
          <div className="z-map__scale" aria-hidden="true">
            <ScaleBar view={view} />
          </div>
          <div className="z-map__zoom" onPointerDown={(event) => event.stopPropagation()}>
            <Pressable className="z-map__button" label="放大" onPress={() => setView(zoomedAt(view, size, middle, 1))}>
              ＋
            </Pressable>
            <Pressable className="z-map__button" label="缩小" onPress={() => setView(zoomedAt(view, size, middle, -1))}>
              －
            </Pressable>
            <Pressable
              className="z-map__button"
              label="看全部"
              onPress={() => {
                const whole = all ?? focus?.bounds
                setView(whole === undefined ? nowhere : fit(whole, size))
              }}
            >
              全
            </Pressable>
          </div>
        </>
      )}
    </div>
  )
}

function keyPressed(
  event: ReactKeyboardEvent,
  {
    view,
    size,
    setView,
    drawing,
    placing,
    onDraw,
  }: {
    readonly view: View
    readonly size: Size
    readonly setView: (view: View) => void
    readonly drawing: Drawing | undefined
    readonly placing: boolean
    readonly onDraw: MapCanvasProps['onDraw']
  },
): boolean {
  const middle: Point = [size.width / 2, size.height / 2]
  if ((event.ctrlKey || event.metaKey) && ['z', 'Z', 'y'].includes(event.key)) {
    onDraw?.({ do: event.key === 'y' || event.shiftKey ? 'redo' : 'undo' })
    return drawing !== undefined
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
  if (arrow !== undefined) {
    const [dx = 0, dy = 0] = arrow
    const selected = drawing?.selected
    const corner = selected && drawing ? ringAt(drawing.shape, selected)?.[selected.corner] : undefined
    if (selected && corner) {
      const step = event.shiftKey ? 10 : 1
      const [x, y] = toScreen(view, size, corner)
      onDraw?.({ do: 'drag', corner: selected, to: fromScreen(view, size, [x + dx * step, y + dy * step]) })
      onDraw?.({ do: 'drop' })
    } else setView(panned(view, size, -dx * 60, -dy * 60))
    return true
  }
  switch (event.key) {
    case '+':
    case '=':
      setView(zoomedAt(view, size, middle, 1))
      return true
    case '-':
      setView(zoomedAt(view, size, middle, -1))
      return true
    case ' ':
      if (!placing) return false
      onDraw?.({ do: 'place', at: view.center })
      return true
    case 'Enter':
      onDraw?.({ do: 'close' })
      return drawing !== undefined
    case 'Escape':
      onDraw?.({ do: 'cancel' })
      return drawing !== undefined
    case 'Delete':
    case 'Backspace':
      onDraw?.({ do: 'delete' })
      return drawing !== undefined
    default:
      return false
  }
}

function useSize(frame: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 320, height: 240 })
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    setSize({ width: element.clientWidth, height: element.clientHeight })
    return () => watch.disconnect()
  }, [frame])
  return size
}

interface Placed {
  readonly view: View
  readonly size: Size
}

function pathOf(shape: Shape, { view, size }: Placed): string {
  return shape.flatMap((polygon: Polygon) => polygon.map((ring) => `${lineOf(ring, { view, size })}Z`)).join('')
}

function lineOf(ring: Ring, { view, size }: Placed): string {
  return ring
    .map((position, index) => {
      const [x, y] = toScreen(view, size, position)
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}

function Tiles({ view, size, template }: Placed & { readonly template: string }) {
  return (
    <div className="z-map__tiles" aria-hidden="true">
      {tilesIn(view, size, template).map((tile) => (
        <img
          key={tile.key}
          src={tile.url}
          alt=""
          draggable={false}
          className="z-map__tile"
          style={{ left: tile.left, top: tile.top, width: tile.side, height: tile.side }}
        />
      ))}
    </div>
  )
}

/** The marks in sight, in the order they were given: by keyboard one goes from one to the next. */
function Marks({
  marks,
  onMark,
  view,
  size,
}: Placed & { readonly marks: readonly MapMark[]; readonly onMark: MapCanvasProps['onMark'] }) {
  return (
    <>
      {marks.map(({ key, position, text, label }) => {
        const [x, y] = toScreen(view, size, position)
        if (x < 0 || y < 0 || x > size.width || y > size.height) return null
        return (
          <div
            key={key}
            className="z-map__mark"
            style={{ left: x, top: y }}
            onPointerDown={(event) => event.stopPropagation()}
          >
            <Pressable className="z-map__pin" label={label} onPress={() => onMark?.(key)}>
              {text}
            </Pressable>
          </div>
        )
      })}
    </>
  )
}

function Grid({ view, size }: Placed) {
  const { across, down } = gridLines(view, size)
  const d = [...across.map((y) => `M0 ${y}H${size.width}`), ...down.map((x) => `M${x} 0V${size.height}`)].join('')
  return <path className="z-map__grid" d={d} />
}

function Boundary({ layer, view, size, named }: Placed & { readonly layer: MapLayer; readonly named: boolean }) {
  const bounds = boundsOf([layer.shape])
  if (bounds === undefined) return null
  const [x, y] = toScreen(view, size, [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2])
  const [left] = toScreen(view, size, [bounds.west, bounds.north])
  const [right] = toScreen(view, size, [bounds.east, bounds.north])
  // A name wider than its place would be anybody's.
  const fits = layer.name !== undefined && right - left > layer.name.length * 13
  return (
    <>
      <path
        className={`z-map__shape z-map__shape--${layer.tone}`}
        d={pathOf(layer.shape, { view, size })}
        fillRule="evenodd"
      />
      {named && fits ? (
        <text className="z-map__name" x={x} y={y} textAnchor="middle">
          {layer.name}
        </text>
      ) : null}
    </>
  )
}

function ScaleBar({ view }: { readonly view: View }) {
  const bar = scaleBar(view)
  return (
    <>
      <div className="z-map__bar" style={{ width: bar.pixels }} />
      {bar.words}
    </>
  )
}

/** The boundary being drawn: its corners to be taken hold of, a dot in the middle of each edge to make a new one. */
function Drawn({
  drawing,
  view,
  size,
  editable,
  onHold,
  onDraw,
}: Placed & {
  readonly drawing: Drawing
  readonly editable: boolean
  readonly onHold: (corner: Corner) => void
  readonly onDraw: MapCanvasProps['onDraw']
}) {
  const { shape, draft, selected } = drawing
  const draftPoints = draft.map((position) => toScreen(view, size, position))
  return (
    <>
      <path className="z-map__shape z-map__shape--own" d={pathOf(shape, { view, size })} fillRule="evenodd" />
      {editable
        ? shape.map((polygon, polygonAt) =>
            polygon.map((ring, ringAtIndex) => (
              <Corners
                key={`${polygonAt}/${ringAtIndex}`}
                ring={ring}
                at={{ polygon: polygonAt, ring: ringAtIndex }}
                selected={selected}
                view={view}
                size={size}
                onHold={onHold}
                onDraw={onDraw}
              />
            )),
          )
        : null}
      {draft.length > 0 ? <path className="z-map__draft" d={lineOf(draft, { view, size })} /> : null}
      {draftPoints.map(([x, y], index) => (
        <circle
          key={index}
          className={cx('z-map__corner', index === 0 && draft.length >= 3 && 'z-map__corner--closes')}
          cx={x}
          cy={y}
          r={index === 0 && draft.length >= 3 ? 9 : 6}
        />
      ))}
    </>
  )
}

function Corners({
  ring,
  at,
  selected,
  view,
  size,
  onHold,
  onDraw,
}: Placed & {
  readonly ring: Ring
  readonly at: Pick<Corner, 'polygon' | 'ring'>
  readonly selected: Corner | undefined
  readonly onHold: (corner: Corner) => void
  readonly onDraw: MapCanvasProps['onDraw']
}) {
  const points = ring.map((position) => toScreen(view, size, position))
  const inSight = ([x, y]: Point) => x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20
  return (
    <>
      {points.map((point, index) => {
        const next = points[(index + 1) % points.length]
        if (next === undefined || Math.hypot(next[0] - point[0], next[1] - point[1]) < 28) return null
        const half: Point = [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
        if (!inSight(half)) return null
        return (
          <circle
            key={`edge${index}`}
            className="z-map__edge"
            cx={half[0]}
            cy={half[1]}
            r={5}
            onPointerDown={() => {
              onDraw?.({ do: 'insert', after: { ...at, corner: index }, at: fromScreen(view, size, half) })
              onHold({ ...at, corner: index + 1 })
            }}
          />
        )
      })}
      {points.map((point, index) => {
        if (!inSight(point)) return null
        const on =
          selected !== undefined &&
          selected.polygon === at.polygon &&
          selected.ring === at.ring &&
          selected.corner === index
        return (
          <circle
            key={index}
            className={cx('z-map__corner', on && 'z-map__corner--on')}
            cx={point[0]}
            cy={point[1]}
            r={on ? 9 : 7}
            onPointerDown={() => onHold({ ...at, corner: index })}
          />
        )
      })}
    </>
  )
}
