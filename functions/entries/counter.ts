import { measures as requests } from '../channels/measures'
import { findPlace } from '../hierarchy/index'
import { measures as places } from '../hierarchy/measures'
import { counter } from '../platform/stream/counter'

export const handler = counter({ ...places, ...requests }, async (anchor) => (await findPlace(anchor))?.tiers)
