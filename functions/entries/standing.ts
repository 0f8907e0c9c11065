import { readActor, readClient } from '../permissions/index'
import { clientIsReadBy, standingIsReadBy } from '../platform/endpoint/actor'

/** Tells the platform which slice knows who calls. */
export function useStanding(): void {
  standingIsReadBy(readActor)
  clientIsReadBy(readClient)
}
