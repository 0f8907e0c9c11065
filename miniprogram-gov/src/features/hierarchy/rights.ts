import type { PlaceWithLineageReply } from '@zmht/shared/contract'
import type { Level } from '@zmht/shared/geo'
import type { Action } from '@zmht/shared/permission'
import { may, type Official, territoriesOf } from '../session/official'
import { isAtOrBelow } from './words'

/** Whether a post allows an action at a place: what cannot be done is not shown; the server decides in any case. */
export function mayAt(me: Official, action: Action, place: Pick<PlaceWithLineageReply, 'lineage'>): boolean {
  const own = territoriesOf(me)
  return may(me, action) && place.lineage.some(({ id }) => own.some((one) => one.id === id))
}

/** Divisions are reorganised by those who may; compounds and what is in them by whoever keeps them. */
export function mayAdjust(me: Official, place: Pick<PlaceWithLineageReply, 'lineage' | 'level'>): boolean {
  if (!mayAt(me, 'hierarchy.write', place)) return false
  return isAtOrBelow(place.level, 'compound') || may(me, 'hierarchy.reorganise')
}

/** Boundaries are drawn of what has one on the ground. */
export function hasBoundary(level: Level): boolean {
  return !isAtOrBelow(level, 'unit')
}
