import type { SavedView } from '@zmht/shared/contract'
import { type RowsView, readView, rowsQuery } from './rows-view'

/** @returns a view as it is saved, under a name; the filters as the address writes them */
export function savedView(id: string, name: string, view: RowsView, hidden: readonly string[]): SavedView {
  const { place, state, filter } = rowsQuery(view, undefined)
  const { conditions, sort } = view
  return {
    id,
    name,
    ...(place === undefined ? {} : { place }),
    ...(state === undefined ? {} : { state }),
    ...(filter === undefined ? {} : { filter }),
    conditions: [...conditions],
    ...(sort === undefined ? {} : { sort }),
    hidden: [...hidden],
  }
}

/** @returns what a list is narrowed by in a saved view */
export function viewSaved({ place, state, filter, conditions, sort }: SavedView): RowsView {
  return { ...readView({ place, state, filter }), conditions, ...(sort === undefined ? {} : { sort }) }
}
