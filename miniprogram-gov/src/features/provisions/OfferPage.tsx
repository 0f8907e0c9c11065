import { useRouter } from '@tarojs/taro'
import { EmptyState, Loaded, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ledgersAt } from '../ledgers/resources'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { OfferForm } from './OfferForm'
import { dataSetOf } from './resources'

export function OfferPage() {
  return <Gate>{(me) => <Offer me={me} />}</Gate>
}

/** Offers columns of a ledger of my organisation to those below, or changes what is offered. */
function Offer({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const ledgers = useResource(ledgersAt, territoriesOf(me)[0]?.id ?? '')
  const own = new Set(me.posts.map(({ organisation }) => organisation.id))
  return (
    <OfficialScreen
      me={me}
      title={id === '' ? '提供数据' : '修改提供的数据'}
      current={pages.people}
      back={pages.provisions}
    >
      {id === '' ? (
        <Loaded of={ledgers}>
          {(all) => {
            const mine = all.filter(({ organisation }) => own.has(organisation.id))
            return mine.length === 0 ? (
              <EmptyState
                icon="ledger"
                title="本单位还没有台账"
                detail="先在“台账”里新建一份本单位的台账，再把其中几列提供给下级。"
              />
            ) : (
              <OfferForm ledgers={mine} />
            )
          }}
        </Loaded>
      ) : (
        <Change id={id} />
      )}
    </OfficialScreen>
  )
}

function Change({ id }: { readonly id: string }) {
  const loaded = useResource(dataSetOf, id)
  return (
    <Loaded of={loaded}>{(one) => <OfferForm ledgers={[{ id: one.ledgerId, name: one.name }]} offered={one} />}</Loaded>
  )
}
