import type { Control } from '@zmht/shared/controls'

/** Controls in their order on the form: moved and put in so that what belongs together stays together. */
type Controls = readonly Control[]

/** @returns the ids of a control and of all that stands in it, at any depth */
export function blockOf(controls: Controls, id: string): ReadonlySet<string> {
  const block = new Set([id])
  for (let grew = true; grew; ) {
    grew = false
    for (const { id: one, within } of controls) {
      if (within === undefined || block.has(one) || !block.has(within)) continue
      block.add(one)
      grew = true
    }
  }
  return block
}

/** @returns how many containers a control stands in */
export function depthOf(controls: Controls, control: Control): number {
  let depth = 0
  let at: Control | undefined = control
  while (at?.within !== undefined && depth < 5) {
    const { within }: Control = at
    at = controls.find((one) => one.id === within)
    depth++
  }
  return depth
}

export const isContainer = ({ kind }: Control): boolean => kind === 'section' || kind === 'matrix'

/** Where something is put: between two others, and in which container. */
interface Spot {
  readonly at: number
  readonly within?: string | undefined
}

/**
 * Moves a control with all that stands in it to a position among the others. It comes into the section it lands in; a section itself
 * lands between sections, a row of a matrix stays in its matrix.
 */
export function moveBlock(controls: Controls, id: string, to: number): Controls {
  const mover = controls.find((one) => one.id === id)
  if (!mover) return controls
  const ids = blockOf(controls, id)
  const others = controls.filter((one) => !ids.has(one.id))
  const from = controls.filter((one) => !ids.has(one.id) && controls.indexOf(one) < controls.indexOf(mover)).length
  const target = Math.min(Math.max(to, 0), others.length)
  if (target === from) return controls
  const matrix = others.find((one) => one.id === mover.within && one.kind === 'matrix')
  const spot = matrix
    ? { at: insideOf(others, matrix, target), within: matrix.id }
    : mover.kind === 'section'
      ? { at: betweenBlocks(others, target, target > from ? 1 : -1) }
      : landing(others, target)
  return putAt(others, [...controls.filter((one) => ids.has(one.id))], mover.id, spot)
}

/** @returns the position to move a control to when it is dropped onto the one at `onto` of the whole list */
export function dropPosition(controls: Controls, id: string, onto: number): number {
  const ids = blockOf(controls, id)
  const from = controls.findIndex((one) => one.id === id)
  const before = controls.slice(0, onto).filter((one) => !ids.has(one.id)).length
  return onto > from ? before + 1 : before
}

/** Puts a control at the end of a section, or right after the one it stands in. */
export function putWithin(controls: Controls, id: string, within: string | undefined): Controls {
  const mover = controls.find((one) => one.id === id)
  if (!mover || mover.within === within) return controls
  const ids = blockOf(controls, id)
  const others = controls.filter((one) => !ids.has(one.id))
  const container = others.find((one) => one.id === (within ?? mover.within))
  const at = container ? endOf(others, container) : others.length
  return putAt(others, [...controls.filter((one) => ids.has(one.id))], id, { at, within })
}

/** Puts new controls after a given one; otherwise at the end, but before the agreements a form ends with. */
export function insertAfter(controls: Controls, added: Controls, after: string | undefined): Controls {
  const given = controls.findIndex((one) => one.id === after)
  if (given < 0) {
    let at = controls.length
    const agreement = added.some((one) => one.kind === 'consent')
    while (!agreement && at > 0 && controls[at - 1]?.kind === 'consent') at -= 1
    return [...controls.slice(0, at), ...added, ...controls.slice(at)]
  }
  const isRowOf = added.every((one) => one.within !== undefined && controls.some(({ id }) => id === one.within))
  const spot: Spot = isRowOf
    ? { at: given + 1 }
    : added.some((one) => one.kind === 'section')
      ? { at: betweenBlocks(controls, given + 1, 1) }
      : landing(controls, given + 1)
  const placed = added.map((one) => (one.within === undefined ? withWithin(one, spot.within) : one))
  return [...controls.slice(0, spot.at), ...placed, ...controls.slice(spot.at)]
}

/** What stands before decides: a section takes in what comes after its title, a matrix takes in nothing. */
function landing(others: Controls, target: number): Spot {
  const before = others[target - 1]
  if (!before) return { at: target }
  const matrix =
    before.kind === 'matrix' ? before : others.find((one) => one.id === before.within && one.kind === 'matrix')
  if (matrix) return { at: endOf(others, matrix), within: matrix.within }
  return { at: target, within: before.kind === 'section' ? before.id : before.within }
}

function betweenBlocks(others: Controls, target: number, step: 1 | -1): number {
  let at = target
  while (at > 0 && at < others.length && others[at]?.within !== undefined) at += step
  return at
}

function insideOf(others: Controls, container: Control, target: number): number {
  return Math.min(Math.max(target, others.indexOf(container) + 1), endOf(others, container))
}

/** The position after a container and all that stands in it. */
function endOf(others: Controls, container: Control): number {
  const ids = blockOf(others, container.id)
  return others.reduce((end, one, at) => (ids.has(one.id) ? at + 1 : end), others.indexOf(container) + 1)
}

function putAt(others: Controls, block: Controls, head: string, { at, within }: Spot): Controls {
  const placed = block.map((one) => (one.id === head ? withWithin(one, within) : one))
  return [...others.slice(0, at), ...placed, ...others.slice(at)]
}

function withWithin(control: Control, within: string | undefined): Control {
  const { within: _former, ...rest } = control
  return within === undefined ? rest : { ...rest, within }
}
