import type { Bounds, Position } from './shape'

/** What is in sight: a point in the middle and a zoom of web maps (each step doubles; 16 shows a compound). */
export interface View {
  readonly center: Position
  readonly zoom: number
}

/** In CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** On the screen, from the top left, in CSS pixels. */
export type Point = readonly [x: number, y: number]

export const tileSize = 256
const leastZoom = 3
const mostZoom = 21
const latitudeLimit = 85

/** Degrees to the unit square of web maps: x from 180° west, y from the north. */
function unit([longitude, latitude]: Position): Point {
  const clamped = Math.max(-latitudeLimit, Math.min(latitudeLimit, latitude))
  const sine = Math.sin((clamped * Math.PI) / 180)
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

function fromUnit([x, y]: Point): Position {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
  return [(x - 0.5) * 360, latitude]
}

const scaleOf = (zoom: number) => tileSize * 2 ** zoom

export function toScreen(view: View, size: Size, position: Position): Point {
  const scale = scaleOf(view.zoom)
  const [x, y] = unit(position)
  const [centerX, centerY] = unit(view.center)
  return [(x - centerX) * scale + size.width / 2, (y - centerY) * scale + size.height / 2]
}

export function fromScreen(view: View, size: Size, [x, y]: Point): Position {
  const scale = scaleOf(view.zoom)
  const [centerX, centerY] = unit(view.center)
  return fromUnit([(x - size.width / 2) / scale + centerX, (y - size.height / 2) / scale + centerY])
}

/** The view after dragging the map by so many pixels. */
export function panned(view: View, size: Size, dx: number, dy: number): View {
  return { ...view, center: fromScreen(view, size, [size.width / 2 - dx, size.height / 2 - dy]) }
}

/** The view zoomed by so many steps; what lies under the point stays there. */
export function zoomedAt(view: View, size: Size, point: Point, steps: number): View {
  const zoom = Math.max(leastZoom, Math.min(mostZoom, view.zoom + steps))
  const anchor = fromScreen(view, size, point)
  const next = { ...view, zoom }
  const [x, y] = toScreen(next, size, anchor)
  return panned(next, size, point[0] - x, point[1] - y)
}

/** The view that shows the bounds whole, with a margin in pixels; a single point at zoom 17. */
export function fit(bounds: Bounds, size: Size, margin = 40): View {
  const [left, top] = unit([bounds.west, bounds.north])
  const [right, bottom] = unit([bounds.east, bounds.south])
  const room = Math.max(40, Math.min(size.width, size.height) - 2 * margin)
  const widest = Math.max(
    (right - left) / Math.max(40, size.width - 2 * margin),
    (bottom - top) / Math.max(40, size.height - 2 * margin),
  )
  const zoom = widest <= 0 || room <= 0 ? 17 : Math.log2(1 / widest / tileSize)
  return {
    center: fromUnit([(left + right) / 2, (top + bottom) / 2]),
    zoom: Math.max(leastZoom, Math.min(18.5, zoom)),
  }
}

export function metresPerPixel(view: View): number {
  const circumference = 2 * Math.PI * 6_378_137
  return (Math.cos((view.center[1] * Math.PI) / 180) * circumference) / scaleOf(view.zoom)
}

/** 1, 2 or 5 times a power of ten, at most so much. */
function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const factor = [5, 2, 1].find((one) => one * power <= most) ?? 1
  return factor * power
}

export interface ScaleBar {
  readonly pixels: number
  readonly words: string
}

/** A round length not longer than so many pixels: 「200 米」. */
export function scaleBar(view: View, most = 120): ScaleBar {
  const metres = roundBelow(metresPerPixel(view) * most)
  return {
    pixels: metres / metresPerPixel(view),
    words: metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`,
  }
}

/** Where the lines of a square grid with a round spacing run, in pixels; about one every 100. */
export function gridLines(
  view: View,
  size: Size,
): { readonly across: readonly number[]; readonly down: readonly number[] } {
  const spacing = roundBelow(metresPerPixel(view) * 140) / metresPerPixel(view)
  const [originX, originY] = toScreen(view, size, [Math.floor(view.center[0]), Math.floor(view.center[1])])
  const lines = (origin: number, length: number) => {
    const first = origin - Math.floor(origin / spacing) * spacing
    return Array.from(
      { length: Math.max(0, Math.ceil((length - first) / spacing)) },
      (_, index) => first + index * spacing,
    )
  }
  return { across: lines(originY, size.height), down: lines(originX, size.width) }
}

export interface Tile {
  readonly key: string
  readonly url: string
  readonly left: number
  readonly top: number
  readonly side: number
}

/** The pictures of a tile source (`{z}/{x}/{y}` in its template) that are in sight. */
export function tilesIn(view: View, size: Size, template: string): readonly Tile[] {
  const z = Math.max(0, Math.min(18, Math.round(view.zoom)))
  const side = tileSize * 2 ** (view.zoom - z)
  const count = 2 ** z
  const [centerX, centerY] = unit(view.center)
  const tiles: Tile[] = []
  const firstX = Math.floor(centerX * count - size.width / 2 / side)
  const firstY = Math.floor(centerY * count - size.height / 2 / side)
  const lastX = Math.floor(centerX * count + size.width / 2 / side)
  const lastY = Math.floor(centerY * count + size.height / 2 / side)
  for (let y = Math.max(0, firstY); y <= Math.min(count - 1, lastY); y++) {
    for (let x = firstX; x <= lastX; x++) {
      const column = ((x % count) + count) % count
      tiles.push({
        key: `${z}/${x}/${y}`,
        url: template.replace('{z}', String(z)).replace('{x}', String(column)).replace('{y}', String(y)),
        left: (x - centerX * count) * side + size.width / 2,
        top: (y - centerY * count) * side + size.height / 2,
        side,
      })
    }
  }
  return tiles
}
