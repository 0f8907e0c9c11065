import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { rememberInAddress } from '@/lib/address'

/** The past day a page shows places as of, empty for today; it stands in the address. */
export function useAsOf(): { readonly at: string; readonly setAt: (day: string) => void } {
  const asked = useRouter().params.at
  const [at, setAt] = useState(asked !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : '')
  return {
    at,
    setAt: (day) => {
      rememberInAddress('at', day)
      setAt(day)
    },
  }
}
