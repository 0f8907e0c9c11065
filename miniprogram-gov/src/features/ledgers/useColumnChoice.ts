import Taro from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import { useState } from 'react'
import { type ColumnOption, columnOptions, hiddenAtFirst, readHidden, shownColumns } from './column-choice'

const keyOf = (ledgerId: string) => `zmht-gov-columns-${ledgerId}`

export interface ColumnChoice {
  readonly options: readonly ColumnOption[]
  readonly shown: readonly ColumnOption[]
  readonly show: (keys: readonly string[]) => void
}

/** Which columns of a ledger are shown on this device. */
export function useColumnChoice(ledger: LedgerReply): ColumnChoice {
  const [kept, setKept] = useState(() => readHidden(Taro.getStorageSync<unknown>(keyOf(ledger.id))))
  const options = columnOptions(ledger)
  return {
    options,
    shown: shownColumns(options, kept ?? hiddenAtFirst(ledger)),
    show: (keys) => {
      const hidden = options.map(({ key }) => key).filter((key) => !keys.includes(key))
      Taro.setStorageSync(keyOf(ledger.id), hidden)
      setKept(hidden)
    },
  }
}
