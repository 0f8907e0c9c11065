import { mintClientId } from '@zmht/shared/contract'
import { ConfirmSheet, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import type { Told } from './Secret'
import { letInWords } from './words'

/** Lets another system in. What was typed stays when the sheet is closed; sent twice it is one system. */
export function NewClient({
  open,
  places,
  onDone,
  onClose,
}: {
  readonly open: boolean
  /** Names of the places it will be able to ask about. */
  readonly places: readonly string[]
  readonly onDone: (told: Told) => void
  readonly onClose: () => void
}) {
  const [id, setId] = useState(mintClientId)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const missing = name.trim() === ''
  return (
    <ConfirmSheet
      open={open}
      title="登记一个系统"
      consequence={letInWords(places)}
      confirm="登记，取得密钥"
      onClose={onClose}
      onConfirm={async () => {
        setTried(true)
        if (missing) return
        const told = await api.permissions.makeClient({ params: { clientId: id }, body: { name: name.trim() } })
        setId(mintClientId())
        setName('')
        setTried(false)
        onDone(told)
      }}
    >
      <TextInput
        label="系统名称"
        hint="写同事都认得的名字，如：一网统管平台"
        value={name}
        onChange={setName}
        maxLength={40}
        error={tried && missing ? '请填写系统名称' : undefined}
      />
    </ConfirmSheet>
  )
}
