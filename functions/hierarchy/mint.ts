import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { MintBody } from '@zmht/shared/contract'
import { initialsOf, type Level, levels, type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import { draftsOfPattern, draftsOfRows, orderFrom, type PlaceDraft, previewPattern } from '@zmht/shared/geo/mint'
import { Problem } from '@zmht/shared/problems'
import { now } from '../platform/clock'
import type { Job } from '../platform/job.store'
import type { JobStep } from '../platform/jobs'
import { dictionaryFollows } from './city-dictionary'
import { below } from './domain/operation'
import { nextOrder } from './domain/order'
import {
  createPlace,
  markParent,
  type Place,
  type PlaceCard,
  readPlace,
  readStored,
  storedChildrenOf,
} from './place.store'

export const mintJob = 'hierarchy.mint'

/** What is asked for, as places to be made, with the rows that make no sense. */
export interface MintPlan {
  readonly drafts: readonly PlaceDraft[]
  readonly problems: readonly { readonly row: number; readonly message: string }[]
}

const rank = (level: Level): number => levels.indexOf(level)

/** @throws Problem `invalid` when nothing of it can be made below a place of this level. */
export function planMint(body: MintBody, at: Level): MintPlan {
  switch (body.by) {
    case 'pattern': {
      const { problems } = previewPattern(body)
      if (rank(at) >= rank('building')) refuseIf(['楼栋只能建在小区或社区下'])
      refuseIf(problems)
      return { drafts: draftsOfPattern(body), problems: [] }
    }
    case 'rows':
      return draftsOfRows(body.rows, at)
    case 'names': {
      if (rank(body.level) <= rank(at)) refuseIf(['新地点的层级应在所选地点之下'])
      if (rank(body.level) <= rank('community')) refuseIf(['省到社区请用导入区划或拆分来新设'])
      const names = [...new Set(body.names)]
      const drafts = names.map(
        (name): PlaceDraft => ({
          name,
          level: body.level,
          kind: body.kind,
          order: body.level === 'compound' ? name : orderFrom(name),
          inside: [],
        }),
      )
      return { drafts, problems: [] }
    }
  }
}

function refuseIf(messages: readonly string[]): void {
  if (messages.length > 0)
    throw new Problem('invalid', { fields: messages.map((message) => ({ path: 'body', message })) })
}

/** What a job keeps of what was asked for. */
export const packed = (body: MintBody): string => gzipSync(JSON.stringify(body)).toString('base64')
const unpacked = (text: string): MintBody => JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8'))

/** The children of a place that drafts are compared with: a compound is known by its name, the others by their number. */
class Siblings {
  private readonly byKey: Map<string, PlaceCard>
  private readonly orders: string[]
  private constructor(children: readonly { readonly card: PlaceCard; readonly order: string }[]) {
    this.byKey = new Map(children.map(({ card, order }) => [keyOf(card, order), card]))
    this.orders = children.filter(({ card }) => card.level === 'compound').map(({ order }) => order)
  }
  static async of(parent: PlaceId): Promise<Siblings> {
    return new Siblings(await storedChildrenOf(parent))
  }
  find(draft: PlaceDraft): PlaceCard | undefined {
    return this.byKey.get(keyOf(draft, draft.order))
  }
  /** The local number a draft gets. */
  orderFor(draft: PlaceDraft): string {
    if (draft.level !== 'compound') return draft.order
    const order = nextOrder(this.orders)
    this.orders.push(order)
    return order
  }
}

const keyOf = ({ level, name }: Pick<PlaceCard, 'level' | 'name'>, order: string): string =>
  `${level}:${level === 'compound' ? name : order}`

/** @returns by level, how many of the drafts would be new below a place and how many are there already. */
export async function compareDrafts(parent: PlaceId, drafts: readonly PlaceDraft[]) {
  const fresh: Record<string, number> = {}
  const existing: Record<string, number> = {}
  const count = (into: Record<string, number>, level: Level) => {
    into[level] = (into[level] ?? 0) + 1
  }
  const countAll = (list: readonly PlaceDraft[]): void => {
    for (const { level, inside } of list) {
      count(fresh, level)
      countAll(inside)
    }
  }
  const compare = async (id: PlaceId, list: readonly PlaceDraft[]): Promise<void> => {
    const siblings = await Siblings.of(id)
    for (const draft of list) {
      const held = siblings.find(draft)
      count(held === undefined ? fresh : existing, draft.level)
      if (held === undefined) countAll(draft.inside)
      else if (draft.inside.length > 0) await compare(held.id, draft.inside)
    }
  }
  await compare(parent, drafts)
  return { fresh, existing }
}

/** One step makes about this many places. */
const placesAtOnce = 300

/** A draft that one step makes with everything inside, and the drafts above it. */
interface Piece {
  readonly above: readonly PlaceDraft[]
  readonly draft: PlaceDraft
  readonly size: number
}

const sizeOf = (draft: PlaceDraft): number => 1 + draft.inside.reduce((sum, one) => sum + sizeOf(one), 0)

/** Cut so that no piece is much larger than one step. */
function piecesOf(drafts: readonly PlaceDraft[], above: readonly PlaceDraft[] = []): Piece[] {
  return drafts.flatMap((draft): Piece[] => {
    const size = sizeOf(draft)
    if (size <= placesAtOnce || draft.inside.length === 0) return [{ above, draft, size }]
    return [
      { above, draft: { ...draft, inside: [] }, size: 1 },
      ...piecesOf(draft.inside, [...above, { ...draft, inside: [] }]),
    ]
  })
}

/**
 * Makes the next places. What is there already stays as it is; a place made before by this very job is known again by its id, which follows
 * from its parent and number, so a step repeated makes nothing twice.
 */
export const mintStep: JobStep = async (job: Job) => {
  const parent = await readStored((job.input.place ?? '') as PlaceId) // written by the handler from one
  const body = unpacked(job.input.body ?? '')
  if (parent === undefined || parent.ended !== undefined)
    return { done: 0, total: 0, finished: true, message: '这个地点已经撤销，没有生成' }
  const { drafts, problems } = planMint(body, parent.level)
  const pieces = piecesOf(drafts)
  const total = pieces.reduce((sum, { size }) => sum + size, 0)
  const [start = 0, madeBefore = 0] = (job.cursor ?? '0/0').split('/').map(Number)
  let made = madeBefore
  let at = start
  for (let room = placesAtOnce; at < pieces.length && (room > 0 || at === start); at++) {
    const piece = pieces[at]
    if (piece === undefined) break
    room -= piece.size
    made += await makePiece(parent.id, piece, job.id)
  }
  const done = pieces.slice(0, at).reduce((sum, { size }) => sum + size, 0)
  const finished = at >= pieces.length
  if (finished && made > 0) await dictionaryFollows(parent.id)
  return {
    cursor: `${at}/${made}`,
    done,
    total,
    finished,
    problems: problems.slice(0, 200),
    message: finished
      ? `已完成：新生成 ${made} 个，原有 ${done - made} 个保持不变`
      : `正在生成，已处理 ${done} / ${total}，新生成 ${made} 个`,
  }
}

async function makePiece(root: PlaceId, { above, draft }: Piece, job: string): Promise<number> {
  let parent = root
  let made = 0
  for (const one of above) {
    const [place] = await make(parent, [one], job)
    if (place === undefined) return made
    parent = place.id
    made += place.fresh ? 1 : 0
  }
  return made + (await makeAll(parent, [draft], job))
}

/** Makes drafts and what is inside them. @returns how many were new. */
async function makeAll(parent: PlaceId, drafts: readonly PlaceDraft[], job: string): Promise<number> {
  if (drafts.length === 0) return 0
  const places = await make(parent, drafts, job)
  let made = places.filter(({ fresh }) => fresh).length
  for (const [index, place] of places.entries()) made += await makeAll(place.id, drafts[index]?.inside ?? [], job)
  return made
}

/** The places of drafts below a parent: those that are there, and new ones for the others. */
async function make(
  parentId: PlaceId,
  drafts: readonly PlaceDraft[],
  job: string,
): Promise<{ id: PlaceId; fresh: boolean }[]> {
  const siblings = await Siblings.of(parentId)
  const parent = await readPlace(parentId)
  if (parent === undefined) return []
  const placed: { id: PlaceId; fresh: boolean }[] = []
  const wanted = drafts.map((draft) => ({ draft, held: siblings.find(draft) }))
  for (let from = 0; from < wanted.length; from += 25) {
    placed.push(
      ...(await Promise.all(
        wanted
          .slice(from, from + 25)
          .map(({ draft, held }) =>
            held === undefined ? create(parent, draft, siblings.orderFor(draft), job) : { id: held.id, fresh: false },
          ),
      )),
    )
  }
  if (placed.some(({ fresh }) => fresh)) await markParent(parentId, true)
  return placed
}

async function create(
  parent: Place,
  draft: PlaceDraft,
  order: string,
  job: string,
): Promise<{ id: PlaceId; fresh: boolean }> {
  for (let attempt = 0; ; attempt++) {
    const { name, level, kind } = draft
    const mark = `mint:${parent.id}:${keyOf(draft, draft.order)}:${attempt}`
    const id = placeIdFrom(createHash('sha256').update(mark).digest())
    const fresh = await createPlace({
      id,
      name,
      initials: initialsOf(name),
      level,
      kind,
      hasChildren: draft.inside.length > 0,
      parentId: parent.id,
      ...below(parent, { id, level }, 0),
      order,
      since: now(),
      madeBy: job,
      version: 1,
    })
    if (fresh) return { id, fresh }
    const held = await readStored(id)
    // Made by this very job before it was interrupted, wherever it has been moved to since.
    if (held?.madeBy === job) return { id, fresh: false }
    if (held?.parentId === parent.id && held.ended === undefined) return { id, fresh: false }
    // Another place of this number was made here once and is elsewhere or no more: the new one is another.
  }
}
