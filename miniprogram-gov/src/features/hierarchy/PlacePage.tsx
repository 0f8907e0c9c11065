import { useRouter } from '@tarojs/taro'
import { goOnTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { useAsOf } from './as-of'
import { PlaceDetail } from './PlaceDetail'

export function PlacePage() {
  return <Gate>{(me) => <OnePlace me={me} />}</Gate>
}

function OnePlace({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const { at, setAt } = useAsOf()
  return (
    <OfficialScreen me={me} title="地点详情" current={pages.home} back={pages.places}>
      <PlaceDetail
        me={me}
        id={id}
        at={at}
        onDay={setAt}
        onPlace={(way) => {
          const place = way.at(-1)
          if (place !== undefined) goOnTo(pages.place, { id: place.id, at: at === '' ? undefined : at })
        }}
      />
    </OfficialScreen>
  )
}
