import * as places from './handlers/places'

export const endpoints = [
  places.roots,
  places.byCode,
  places.importProvince,
  places.importProgress,
  places.place,
  places.children,
  places.subtree,
]
