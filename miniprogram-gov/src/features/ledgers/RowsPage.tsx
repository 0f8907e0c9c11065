import { useRouter } from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import { Button, goTo, Loaded, useResource, useWide } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { LedgerHead } from './LedgerHead'
import { Rows } from './Rows'
import { ledgerOf } from './resources'
import { ledgerKindWords } from './words'

/** One ledger: what it is, and who or what is in it at my places. */
export function RowsPage() {
  return <Gate>{(me) => <Ledger me={me} />}</Gate>
}

function Ledger({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(ledgerOf, id)
  const wide = useWide()
  const ledger = loaded.data
  const enters = ledger !== undefined && !ledger.ended && may(me, 'ledger.edit')
  return (
    <OfficialScreen
      me={me}
      title={ledger?.content.name ?? '台账'}
      current={pages.people}
      back={pages.people}
      footer={enters && !wide ? <EnterButton ledger={ledger} full /> : undefined}
      actions={enters && wide ? <EnterButton ledger={ledger} /> : undefined}
    >
      <Loaded of={loaded}>
        {(data) => (
          <>
            <LedgerHead me={me} ledger={data} />
            {data.ended ? null : <Rows key={data.id} me={me} ledger={data} />}
          </>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function EnterButton({ ledger, full = false }: { readonly ledger: LedgerReply; readonly full?: boolean }) {
  return (
    <Button full={full} large={full} icon="plus" onPress={() => goTo(pages.enter, { ledger: ledger.id })}>
      {`登记${ledgerKindWords[ledger.content.kind].one}`}
    </Button>
  )
}
