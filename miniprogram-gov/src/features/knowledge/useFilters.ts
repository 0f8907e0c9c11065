import { useRouter } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { type Filters, readFilters, writeFilters } from './catalogue'

/** What is looked for in the catalogue; it stands in the address, so that the link can be sent to a colleague. */
export function useFilters(): { readonly filters: Filters; readonly setFilters: (filters: Filters) => void } {
  const { params } = useRouter()
  const [filters, set] = useState(() =>
    readFilters(Object.fromEntries(Object.entries(params).map(([name, word]) => [name, fromAddress(word)]))),
  )
  const setFilters = useCallback((next: Filters) => {
    set(next)
    for (const [name, word] of Object.entries(writeFilters(next))) rememberInAddress(name, word)
  }, [])
  return { filters, setFilters }
}
