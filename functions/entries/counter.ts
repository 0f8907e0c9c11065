import { measures as requests } from '../channels/measures'
import { findPlace } from '../hierarchy/index'
import { measures as places } from '../hierarchy/measures'
import { measures as findings } from '../ledgers/answerable-counted'
import { measures as rows } from '../ledgers/measures'
import { measures as lateCases } from '../overview/measures'
import { counter } from '../platform/stream/counter'
import { measures as taskItems } from '../tasks/measures'

export const handler = counter(
  { ...places, ...rows, ...findings, ...requests, ...taskItems, ...lateCases },
  async (anchor) => (await findPlace(anchor))?.tiers,
)
