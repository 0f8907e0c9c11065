import type { KnowledgeVersion } from './types'

/** Semantic version of the data in `data/`: a new attribute or code is minor; what no longer holds as it was is major. */
export const baseVersion: KnowledgeVersion = '1.2.0'
