import { useRouter } from '@tarojs/taro'
import { mintLedgerId } from '@zmht/shared/contract'
import { Loaded, Notice, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { LedgerEditor } from './LedgerEditor'
import { draftOf } from './ledger-draft'
import { type KeptLedger, ledgerDrafts } from './local-drafts'
import { ledgerOf } from './resources'
import { StartFrom } from './StartFrom'

/** A ledger being put together: one begun on this device, one to be changed, or a new one from a template. */
export function BuildPage() {
  return <Gate>{(me) => <Build me={me} />}</Gate>
}

function Build({ me }: { readonly me: Official }) {
  const asked = fromAddress(useRouter().params.id)
  // Read once: what is written afterwards must not open something else.
  const [begun, setBegun] = useState(() => ledgerDrafts.kept(asked, me.id))
  const isNew = begun === undefined ? asked === '' : begun.draft.edition === 0
  const begin = (draft: KeptLedger['draft']) => {
    const kept = { id: mintLedgerId(), by: me.id, draft }
    ledgerDrafts.keep(kept)
    rememberInAddress('id', kept.id)
    setBegun(kept)
  }
  return (
    <OfficialScreen me={me} title={isNew ? '新建台账' : '修改台账'} current={pages.people} back={pages.people}>
      {!may(me, 'ledger.write') ? (
        <Notice title="您的岗位不能设计台账">需要新的台账，请联系本单位负责设计台账的同事。</Notice>
      ) : begun !== undefined ? (
        <LedgerEditor key={begun.id} me={me} id={begun.id} initial={begun.draft} />
      ) : asked === '' ? (
        <StartFrom me={me} onStart={begin} />
      ) : (
        <FromServer me={me} id={asked} />
      )}
    </OfficialScreen>
  )
}

/** One there is, to be changed. */
function FromServer({ me, id }: { readonly me: Official; readonly id: string }) {
  const loaded = useResource(ledgerOf, id)
  return (
    <Loaded of={loaded}>
      {(ledger) =>
        ledger.mayWrite ? (
          <LedgerEditor key={id} me={me} id={id} initial={draftOf(ledger)} />
        ) : (
          <Notice title="这本台账不由您修改">{`它是${ledger.organisation.name}建的，要改请联系他们。`}</Notice>
        )
      }
    </Loaded>
  )
}
