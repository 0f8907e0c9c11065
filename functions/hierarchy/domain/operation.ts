import type { OperationBody } from '@zmht/shared/contract'
import { isUnder, type Level, levelNames, levels, lineageOf, type PlaceId, type PlacePath } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { Location, Relocation } from './relocation'

/** A place as an operation sees it: by the edges, operations still being worked off included. */
export interface Subject extends Location {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
  readonly parentId?: PlaceId
  readonly code?: string
  readonly ended: boolean
  readonly hasChildren: boolean
  /** Its local number, which must be free where it goes. */
  readonly order: string
}

/** What an operation needs to know beside the place itself. */
export interface Surroundings {
  /** The places the operation names, by id; absent: there is none. */
  readonly named: ReadonlyMap<PlaceId, Subject>
  /** The names of the children of the place it goes to, or, for a division, of its siblings. */
  readonly neighbours: readonly string[]
  /** The place that bears the new official code already, if any. */
  readonly bearer?: PlaceId
  /** The next free local number where the place goes; absent: its own is free. */
  readonly freeOrder?: string
}

/** A place that an operation makes. */
export interface Creation extends Location {
  readonly id: PlaceId
  readonly name: string
  readonly code?: string
  readonly parentId?: PlaceId
}

export interface Plan {
  readonly relocations: readonly Relocation[]
  readonly creations: readonly Creation[]
  /** The place ends, and these stand in its stead. */
  readonly ends?: readonly PlaceId[]
  readonly renamed?: { readonly name?: string; readonly code?: string }
}

const rank = (level: Level): number => levels.indexOf(level)
const divisionLevels: readonly Level[] = ['province', 'city', 'district', 'subdistrict', 'community']
/** Province to community: what is decided by the tiers above. */
export const isDivision = (level: Level): boolean => divisionLevels.includes(level)

/**
 * The lineages of the places one must be allowed at. Whoever moves something holds both ends; a division is decided by whoever
 * holds the place above it.
 */
export function decidedAt(place: Pick<Subject, 'path' | 'level'>, named: readonly PlacePath[]): PlaceId[][] {
  const [own, ...others] = [place.path, ...named].map(lineageOf)
  const holder = own !== undefined && isDivision(place.level) && own.length > 1 ? own.slice(0, -1) : own
  return [...(holder === undefined ? [] : [holder]), ...others].map((lineage) => [...lineage])
}

const isInside = (place: Subject, other: Subject): boolean =>
  place.path === other.path || isUnder(place.path, other.path)

/** @returns why an operation cannot be done, as sentences for the person; empty when it can. */
export function obstaclesTo(body: OperationBody, place: Subject, surroundings: Surroundings): string[] {
  const found: string[] = []
  if (place.ended) return [`「${place.name}」已经撤销，不能再调整`]
  if (body.kind !== 'rename' && place.parentId === undefined) return ['省级地点不能移动、合并、拆分或撤销']
  const target = (id: PlaceId): Subject | undefined => {
    const one = surroundings.named.get(id)
    if (one === undefined) found.push('选择的目标地点不存在，请重新选择')
    else if (one.ended) found.push(`「${one.name}」已经撤销，请选择现在的地点`)
    else return one
    return undefined
  }
  const codes = 'code' in body && body.code !== undefined ? [body.code] : []
  switch (body.kind) {
    case 'rename':
      if (body.name === place.name && (body.code === undefined || body.code === place.code)) found.push('名称没有变化')
      if (body.name !== place.name && surroundings.neighbours.includes(body.name))
        found.push(`同一上级下已有「${body.name}」`)
      break
    case 'move': {
      const to = target(body.to)
      if (to === undefined) break
      if (isInside(to, place)) found.push('不能移到自己里面')
      else if (to.id === place.parentId) found.push(`「${place.name}」已经在「${to.name}」下`)
      else if (rank(to.level) >= rank(place.level))
        found.push(`${levelNames[place.level]}不能放在${levelNames[to.level]}下，请选择上一级的地点`)
      else if (surroundings.neighbours.includes(place.name)) found.push(`「${to.name}」下已有「${place.name}」`)
      break
    }
    case 'merge': {
      const into = target(body.into)
      if (into === undefined) break
      if (into.id === place.id || isInside(into, place) || isInside(place, into)) found.push('请选择另一个同级的地点')
      else if (into.level !== place.level) found.push(`只能并入同级的地点：请选择另一个${levelNames[place.level]}`)
      break
    }
    case 'split': {
      const names = body.parts.map(({ name }) => name)
      for (const name of names)
        if (surroundings.neighbours.includes(name) || names.indexOf(name) !== names.lastIndexOf(name))
          found.push(`同一上级下已有「${name}」`)
      const chosen = body.parts.flatMap(({ children }) => children)
      if (new Set(chosen).size < chosen.length) found.push('同一个下级只能划给一个新的地点')
      for (const id of new Set(chosen)) {
        const child = target(id)
        if (child !== undefined && child.parentId !== place.id)
          found.push(`「${child.name}」不是「${place.name}」的下级`)
      }
      codes.push(...body.parts.flatMap(({ code }) => (code === undefined ? [] : [code])))
      break
    }
    case 'abolish': {
      const into = body.into.map(target).filter((one) => one !== undefined)
      for (const one of into) {
        if (one.id === place.id || isInside(one, place)) found.push('后继地点不能是它自己或它的下级')
        else if (one.level !== place.level) found.push(`后继地点应为同级：请选择另一个${levelNames[place.level]}`)
      }
      if (place.hasChildren && body.into.length !== 1)
        found.push('还有下级地点：请先移动它们，或只选一个后继地点，下级会随之划入')
      break
    }
  }
  if (codes.length > 0 && !isDivision(place.level)) found.push('只有省到社区的地点才有区划代码')
  if (codes.length > 0 && surroundings.bearer !== undefined && surroundings.bearer !== place.id)
    found.push('这个区划代码已用于另一个地点')
  return [...new Set(found)]
}

interface Numbering {
  readonly operation: string
  readonly sequence: number
  readonly at: Instant
}

/** @returns where a place lies when it hangs below another from an operation on. */
export function below(
  parent: Location,
  place: { readonly id: PlaceId; readonly level: Level },
  edge: number,
): Location {
  return {
    path: `${parent.path}/${place.id}` as PlacePath, // joined as pathOf joins them
    levels: `${parent.levels}${rank(place.level) + 1}`,
    edges: `${parent.edges}.${edge}`,
  }
}

/**
 * What an operation without obstacles changes. Pure: `made` are the ids of the places a division makes, in its order.
 * @throws RangeError when a named place is missing, which `obstaclesTo` tells before.
 */
export function planOperation(
  body: OperationBody,
  place: Subject,
  surroundings: Surroundings,
  numbering: Numbering,
  made: readonly PlaceId[],
): Plan {
  const named = (id: PlaceId): Subject => {
    const one = surroundings.named.get(id)
    if (one === undefined) throw new RangeError('an operation names a place that is not there')
    return one
  }
  const from: Location = { path: place.path, levels: place.levels, edges: place.edges }
  const { sequence } = numbering
  const joined = (into: Subject): Relocation => ({
    ...numbering,
    from,
    self: below(into, place, sequence),
    inside: { path: into.path, levels: into.levels, edges: into.edges },
  })
  switch (body.kind) {
    case 'rename':
      return {
        relocations: [],
        creations: [],
        renamed: { name: body.name, ...(body.code === undefined ? {} : { code: body.code }) },
      }
    case 'move': {
      const self = below(named(body.to), place, sequence)
      const { freeOrder } = surroundings
      return {
        relocations: [
          { ...numbering, from, self, inside: self, ...(freeOrder === undefined ? {} : { order: freeOrder }) },
        ],
        creations: [],
        ...(body.code === undefined ? {} : { renamed: { code: body.code } }),
      }
    }
    case 'merge':
      return { relocations: [joined(named(body.into))], creations: [], ends: [body.into] }
    case 'split': {
      const parent = parentOf(place)
      const creations = body.parts.map(({ name, code }, index): Creation => {
        const id = made[index]
        if (id === undefined) throw new RangeError('a division needs an id for each of its parts')
        return {
          id,
          name,
          ...(code === undefined ? {} : { code }),
          ...(place.parentId === undefined ? {} : { parentId: place.parentId }),
          ...below(parent, { id, level: place.level }, 0),
        }
      })
      const relocations = body.parts.flatMap(({ children }, index) =>
        children.map((id): Relocation => {
          const child = named(id)
          const part = creations[index]
          if (part === undefined) throw new RangeError('every part was made above')
          const self = below(part, child, sequence)
          return {
            ...numbering,
            from: { path: child.path, levels: child.levels, edges: child.edges },
            self,
            inside: self,
          }
        }),
      )
      return { relocations, creations }
    }
    case 'abolish': {
      const [successor] = body.into
      return {
        relocations: body.into.length === 1 && successor !== undefined ? [joined(named(successor))] : [],
        creations: [],
        ends: body.into,
      }
    }
  }
}

/** The location above a place's. */
function parentOf({ path, levels: numbers, edges }: Location): Location {
  return {
    path: lineageOf(path).slice(0, -1).join('/') as PlacePath, // joined as pathOf joins them
    levels: numbers.slice(0, -1),
    edges: edges.split('.').slice(0, -1).join('.'),
  }
}
