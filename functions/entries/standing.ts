import { readActor } from '../permissions/index'
import { standingIsReadBy } from '../platform/endpoint/actor'

/** Tells the platform which slice knows who calls. */
export function useStanding(): void {
  standingIsReadBy(readActor)
}
