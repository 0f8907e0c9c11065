import type { LedgerReply } from '@zmht/shared/contract'
import { Select } from '@zmht/shared/ui'
import type { Official } from '../session/official'
import { OwnPlaceField } from './OwnPlaceField'
import { type RowsView, withFilter, withPlace, withState } from './rows-view'
import { type RowState, rowStateWords } from './words'

const states: readonly RowState[] = ['soon', 'stale', 'undecided']

/** A place of mine, the state of the facts, and the filters the ledger declares. */
export function RowFilters({
  me,
  ledger,
  view,
  onView,
}: {
  readonly me: Official
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
}) {
  return (
    <>
      <OwnPlaceField
        me={me}
        label="地点"
        ask="我的全部辖区"
        clear="全部"
        value={view.place}
        onChange={(place) => onView(withPlace(view, place))}
      />
      <Select
        label="资料状态"
        placeholder="全部"
        options={states.map((value) => ({ value, label: rowStateWords[value] }))}
        value={view.state}
        onChange={(state) => onView(withState(view, state))}
      />
      {ledger.filters.map(({ attribute, label, options }) => (
        <Select
          key={attribute}
          label={label}
          placeholder="全部"
          options={options.map(({ code, name }) => ({ value: code, label: name }))}
          value={view.filters[attribute]}
          onChange={(code) => onView(withFilter(view, attribute, code))}
        />
      ))}
    </>
  )
}
