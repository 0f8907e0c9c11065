import { useRouter } from '@tarojs/taro'
import type { ProvisionReply } from '@zmht/shared/contract'
import { Button, Loaded, Row, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { DecideForm } from './DecideForm'
import { EndSheet } from './EndSheet'
import { Provided } from './Provided'
import { ProvisionDetails } from './ProvisionDetails'
import { ProvisionTraces } from './ProvisionTraces'
import { provisionOf } from './resources'
import { useRefreshWhile } from './useRefreshWhile'

export function ProvisionPage() {
  return <Gate>{(me) => <Provision me={me} />}</Gate>
}

/** One ask: what was asked and given, the decision or the data, what happened and who looked. */
function Provision({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(provisionOf, id)
  return (
    <OfficialScreen me={me} title={loaded.data?.name ?? '数据申请'} current={pages.people} back={pages.provisions}>
      <Loaded of={loaded}>{(one) => <Whole me={me} one={one} />}</Loaded>
    </OfficialScreen>
  )
}

function Whole({ me, one }: { readonly me: Official; readonly one: ProvisionReply }) {
  // Approved, it comes into force a few seconds later.
  useRefreshWhile(one.state === 'approved' && one.dataSet.source === 'ledger', () => provisionOf.refresh(one.id))
  const [ending, setEnding] = useState(false)
  return (
    <>
      <ProvisionDetails one={one} />
      {one.may.decide ? <DecideForm one={one} /> : null}
      {one.may.read ? <Provided me={me} one={one} /> : null}
      <ProvisionTraces one={one} />
      {one.may.end ? (
        <Row gap={3}>
          <Button variant="danger" icon="undo" onPress={() => setEnding(true)}>
            {one.state === 'asked' ? '撤回申请' : '撤回数据'}
          </Button>
        </Row>
      ) : null}
      <EndSheet one={one} open={ending} onClose={() => setEnding(false)} />
    </>
  )
}
