import { Problem } from '@zmht/shared/problems'
import { Button, type Files, Notice, unsentFiles } from '@zmht/shared/ui'
import { type ReactNode, useMemo, useState } from 'react'
import { PurposeSheet } from '../ledger/PurposeSheet'
import type { Offline } from './offline'

const nothing: Files = {
  ...unsentFiles(),
  upload: async () => {
    throw new Error('正在准备，请稍等再试')
  },
  open: () => new Promise(() => undefined),
}

/** The files of an item, and what is asked where some of them are sensitive: why they are looked at. */
export function useItemFiles(
  offline: Offline | undefined,
  itemId: string,
): { readonly files: Files; readonly asking: ReactNode } {
  const [purpose, setPurpose] = useState<string>()
  const [shut, setShut] = useState(false)
  const [asking, setAsking] = useState(false)
  const files = useMemo((): Files => {
    if (offline === undefined) return nothing
    const all = offline.filesOf(itemId, purpose)
    return {
      ...all,
      open: async (id) => {
        try {
          return await all.open(id)
        } catch (error) {
          if (error instanceof Problem && error.code === 'purpose-needed') setShut(true)
          throw error
        }
      },
    }
  }, [offline, itemId, purpose])
  const look = async (said: string) => {
    setPurpose(said)
    setShut(false)
    setAsking(false)
  }
  const notice = shut ? (
    <Notice
      tone="amber"
      title="有的照片是敏感个人信息"
      action={
        <Button variant="quiet" icon="eye" onPress={() => setAsking(true)}>
          写明理由后查看
        </Button>
      }
    >
      查看会留下记录，本人看得到。
    </Notice>
  ) : purpose === undefined ? null : (
    <Notice>查看理由已经留下记录，离开本页后恢复隐藏。</Notice>
  )
  return {
    files,
    asking: (
      <>
        {notice}
        {asking ? <PurposeSheet look={look} onClose={() => setAsking(false)} /> : null}
      </>
    ),
  }
}
