import * as addresses from './handlers/addresses'
import * as boundaries from './handlers/boundaries'
import * as mints from './handlers/mint'
import * as operations from './handlers/operations'
import * as places from './handlers/places'
import * as roads from './handlers/roads'

export const endpoints = [
  places.roots,
  places.byCode,
  places.resolve,
  places.importProvince,
  places.importProgress,
  places.place,
  places.children,
  places.subtree,
  places.counts,
  places.history,
  operations.consequences,
  operations.operate,
  operations.operation,
  mints.previewMint,
  mints.mint,
  mints.mintProgress,
  boundaries.at,
  boundaries.boundary,
  boundaries.setBoundary,
  boundaries.removeBoundary,
  boundaries.boundaries,
  boundaries.overlaps,
  addresses.search,
  addresses.parse,
  addresses.mentions,
  addresses.dictionary,
  addresses.dictionaryPart,
  roads.segments,
  roads.setSegments,
]
