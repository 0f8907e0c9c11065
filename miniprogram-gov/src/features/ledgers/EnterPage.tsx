import { useRouter } from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import { Loaded, Notice, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { Entered } from './Entered'
import { EnterForm } from './EnterForm'
import { ledgerOf } from './resources'
import type { EnterReply } from './useEntry'
import { ledgerKindWords } from './words'

/** 登记一个: one new entity of a ledger's kind, by what the ledger shows. */
export function EnterPage() {
  return <Gate>{(me) => <Enter me={me} />}</Gate>
}

function Enter({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.ledger)
  const loaded = useResource(ledgerOf, id)
  const ledger = loaded.data
  const title = ledger === undefined ? '登记' : `登记${ledgerKindWords[ledger.content.kind].one}`
  return (
    <OfficialScreen me={me} title={title} current={pages.people} back={pages.people}>
      {may(me, 'ledger.edit') ? (
        <Loaded of={loaded}>{(data) => <OneAfterAnother me={me} ledger={data} />}</Loaded>
      ) : (
        <Notice title="您的岗位不能登记">需要登记的话，请联系直接服务居民的社区工作人员。</Notice>
      )}
    </OfficialScreen>
  )
}

function OneAfterAnother({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const [entered, setEntered] = useState<EnterReply>()
  return entered === undefined ? (
    <EnterForm me={me} ledger={ledger} onEntered={setEntered} />
  ) : (
    <Entered ledger={ledger} reply={entered} onNext={() => setEntered(undefined)} />
  )
}
