import { useRouter } from '@tarojs/taro'
import { mintApplicationId } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { applicationTemplate } from '@zmht/shared/templates'
import { EmptyState, Loaded, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { applicationOf } from './resources'
import { SetUpForm } from './SetUpForm'
import { setUpOf, startSetUp } from './set-up'

export function SetUpPage() {
  return <Gate>{(me) => <Page me={me} />}</Gate>
}

/** An application about to be opened: one that ships, or one that was saved before. */
function Page({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const id = fromAddress(params.id)
  return (
    <OfficialScreen me={me} title="开通应用" current={pages.applications} back={pages.applications}>
      {!may(me, 'application.write') ? (
        <EmptyState
          icon="shield"
          title="您的岗位不能开通应用"
          detail="需要开通的话，请联系本单位负责编排服务的同事。"
        />
      ) : id === '' ? (
        <FromTemplate me={me} template={fromAddress(params.template)} />
      ) : (
        <FromSaved me={me} id={id} />
      )}
    </OfficialScreen>
  )
}

const ownOf = (me: Official) => territoriesOf(me).map((place) => ({ id: place.id, name: shortName(place) }))

function FromTemplate({ me, template: name }: { readonly me: Official; readonly template: string }) {
  // Made once: pressed twice, it is one application.
  const [id] = useState(mintApplicationId)
  const template = applicationTemplate(name)
  if (template === undefined)
    return <EmptyState icon="services" title="没有这个模板" detail="请回到“应用”，从列出的模板里选一个。" />
  return (
    <SetUpForm
      me={me}
      id={id}
      edition={0}
      content={template.content}
      initial={startSetUp(ownOf(me))}
      template={template}
      from={{ template: template.id }}
    />
  )
}

function FromSaved({ me, id }: { readonly me: Official; readonly id: string }) {
  const loaded = useResource(applicationOf, id)
  return (
    <Loaded of={loaded}>
      {(application) => (
        <SetUpForm
          key={id}
          me={me}
          id={id}
          edition={application.edition}
          content={application.content}
          initial={setUpOf(application, ownOf(me))}
          {...(application.from === undefined ? {} : { from: application.from })}
          template={applicationTemplate(application.from?.template ?? '')}
        />
      )}
    </Loaded>
  )
}
