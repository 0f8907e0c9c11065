import { useRouter } from '@tarojs/taro'
import { Button, goTo, SearchInput, useWide } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { FoundEntities } from './FoundEntities'
import { LedgerList } from './LedgerList'
import { useEntitySearch } from './useEntitySearch'
import { WaitingLinks } from './WaitingLinks'

/** 台账: which there are at my places, and one box that finds anybody and anything in them. */
export function LedgersPage() {
  return <Gate>{(me) => <Ledgers me={me} />}</Gate>
}

function Ledgers({ me }: { readonly me: Official }) {
  const [typed, setTyped] = useState(fromAddress(useRouter().params.q))
  const search = useEntitySearch(typed)
  const wide = useWide()
  const searching = typed.trim() !== ''
  const type = (words: string) => {
    setTyped(words)
    rememberInAddress('q', words.trim())
  }
  return (
    <OfficialScreen
      me={me}
      title="台账"
      current={pages.people}
      actions={
        may(me, 'ledger.write') ? (
          <Button icon="plus" onPress={() => goTo(pages.buildLedger)}>
            新建台账
          </Button>
        ) : undefined
      }
    >
      {may(me, 'ledger.read') ? (
        <SearchInput
          label={wide ? '找人、单位、物品、地点：姓名、名称、号码后四位、车牌、3-501' : '找人、单位、物品、地点'}
          value={typed}
          onChange={type}
        />
      ) : null}
      {searching ? (
        <FoundEntities typed={typed} search={search} onPress={({ id }) => goTo(pages.entity, { id })} />
      ) : (
        <>
          {wide ? <WaitingLinks me={me} /> : null}
          <LedgerList me={me} />
          {wide ? null : <WaitingLinks me={me} />}
        </>
      )}
    </OfficialScreen>
  )
}
