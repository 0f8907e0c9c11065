import { useRouter } from '@tarojs/taro'
import { Loaded, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { organisationOf } from '../directory/resources'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { AskForm } from './AskForm'
import { dataSetOf } from './resources'

export function AskPage() {
  return <Gate>{(me) => <Ask me={me} />}</Gate>
}

/** Asks for a data set on behalf of the organisation of my first post. */
function Ask({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(dataSetOf, id)
  const own = useResource(organisationOf, me.posts[0]?.organisation.id ?? '')
  return (
    <OfficialScreen me={me} title="申请数据" current={pages.people} back={pages.provisions}>
      <Loaded of={loaded}>
        {(dataSet) => (
          <Loaded of={own}>
            {(organisation) => <AskForm me={me} dataSet={dataSet} organisation={organisation} />}
          </Loaded>
        )}
      </Loaded>
    </OfficialScreen>
  )
}
