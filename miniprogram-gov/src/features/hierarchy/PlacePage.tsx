import { useRouter } from '@tarojs/taro'
import { goOnTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { PlaceDetail } from './PlaceDetail'

export function PlacePage() {
  return <Gate>{(me) => <OnePlace me={me} />}</Gate>
}

function OnePlace({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  return (
    <OfficialScreen me={me} title="地点详情" current={pages.home} back={pages.places}>
      <PlaceDetail
        me={me}
        id={id}
        onPlace={(way) => {
          const place = way.at(-1)
          if (place !== undefined) goOnTo(pages.place, { id: place.id })
        }}
      />
    </OfficialScreen>
  )
}
