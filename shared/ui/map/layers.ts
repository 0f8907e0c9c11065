import type { Shape } from './shape'

/** What a boundary is on the map: the own one, the one it lies in, those beside it, and findings. */
export type LayerTone = 'own' | 'parent' | 'neighbour' | 'danger' | 'amber'

export interface MapLayer {
  readonly key: string
  readonly shape: Shape
  readonly tone: LayerTone
  /** Written in the middle of it. */
  readonly name?: string | undefined
}
