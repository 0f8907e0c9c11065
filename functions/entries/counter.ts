import { measures as requests } from '../channels/measures'
import { findPlace } from '../hierarchy/index'
import { measures as places } from '../hierarchy/measures'
import { measures as rows } from '../ledgers/measures'
import { counter } from '../platform/stream/counter'

export const handler = counter({ ...places, ...rows, ...requests }, async (anchor) => (await findPlace(anchor))?.tiers)
