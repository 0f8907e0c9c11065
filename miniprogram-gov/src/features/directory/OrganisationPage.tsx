import { useRouter } from '@tarojs/taro'
import { goOnTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { OrganisationDetail } from './OrganisationDetail'

export function OrganisationPage() {
  return <Gate>{(me) => <OneOrganisation me={me} />}</Gate>
}

function OneOrganisation({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  return (
    <OfficialScreen me={me} title="单位详情" current={pages.home} back={pages.book}>
      <OrganisationDetail me={me} id={id} onOrganisation={(other) => goOnTo(pages.organisation, { id: other })} below />
    </OfficialScreen>
  )
}
