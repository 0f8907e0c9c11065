import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { type RowsView, readView, writeView } from './rows-view'

/** What a list of rows is narrowed by; it stands in the address, so that the link can be sent to a colleague. */
export function useRowsView(): { readonly view: RowsView; readonly setView: (view: RowsView) => void } {
  const { params } = useRouter()
  const [view, set] = useState(() =>
    readView({
      place: fromAddress(params.place),
      state: fromAddress(params.state),
      filter: fromAddress(params.filter),
      conditions: fromAddress(params.conditions),
      sort: fromAddress(params.sort),
    }),
  )
  const setView = useCallback((next: RowsView) => {
    set(next)
    for (const [name, word] of Object.entries(writeView(next))) rememberInAddress(name, word)
  }, [])
  return { view, setView }
}
