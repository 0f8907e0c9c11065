import { measures } from '../channels/measures'
import { counter } from '../platform/stream/counter'

export const handler = counter(measures)
