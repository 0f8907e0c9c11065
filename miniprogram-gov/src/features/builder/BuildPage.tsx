import { useRouter } from '@tarojs/taro'
import { Loaded, Screen } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { ServiceBuilder } from './ServiceBuilder'
import { useBuilder } from './useBuilder'
import { useOpened } from './useOpened'
import type { Source } from './useServiceDraft'

export function BuildPage() {
  return <Gate>{(me) => <Open me={me} />}</Gate>
}

function Open({ me }: { readonly me: Official }) {
  const { id = '', template } = useRouter().params
  const loaded = useOpened(id, template)
  if (loaded.data === undefined) {
    return (
      <Screen title="编辑服务" back={pages.channels} layout="wide">
        <Loaded of={loaded}>{() => null}</Loaded>
      </Screen>
    )
  }
  return <Opened me={me} id={id} source={loaded.data} />
}

function Opened({ me, id, source }: { readonly me: Official; readonly id: string; readonly source: Source }) {
  return <ServiceBuilder builder={useBuilder(me, id, source)} />
}
