import type { Endpoint } from '../platform/endpoint/endpoint'

export const endpoints: readonly Endpoint[] = []
