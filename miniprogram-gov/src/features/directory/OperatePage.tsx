import { useRouter } from '@tarojs/taro'
import { EmptyState, Loaded, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { chosenPost } from './colleagues'
import { OperateForm } from './OperateForm'
import { type OperateKind, operateKinds, operateNames } from './operation-draft'
import { officialOf, organisationOf } from './resources'

export function OperatePage() {
  return <Gate>{(me) => <Operate me={me} />}</Gate>
}

/** One change of who holds which post: for an official (`id`), or for a post (`post` of `organisation`) that is to be filled. */
function Operate({ me }: { readonly me: Official }) {
  const { id, kind, post, organisation } = useRouter().params
  const chosen = operateKinds.find((one) => one === kind)
  return (
    <OfficialScreen
      me={me}
      title={chosen === undefined ? '人事变动' : operateNames[chosen]}
      current={pages.home}
      back={pages.book}
    >
      {!may(me, 'directory.write') ? (
        <EmptyState icon="shield" title="您的岗位不能办理人事变动" detail="请联系本单位或上级的人事管理岗位。" />
      ) : chosen !== undefined && id !== undefined ? (
        <ForOfficial me={me} key={`${id}/${chosen}`} id={id} kind={chosen} />
      ) : chosen === 'appoint' && post !== undefined && organisation !== undefined ? (
        <ForPost me={me} key={post} organisation={organisation} post={post} />
      ) : (
        <EmptyState icon="info" title="没有找到要办的事" detail="请从通讯录里打开人员或岗位，再选择要办的事。" />
      )}
    </OfficialScreen>
  )
}

function ForOfficial({ me, id, kind }: { readonly me: Official; readonly id: string; readonly kind: OperateKind }) {
  const loaded = useResource(officialOf, id)
  return (
    <Loaded of={loaded}>
      {(official) =>
        official.editable ? (
          <OperateForm me={me} kind={kind} official={official} />
        ) : (
          <EmptyState
            icon="shield"
            title={`您不能为${official.name}办理`}
            detail="本人的变动由别人办理；管理范围以外的人，请联系对方单位或上级的人事管理岗位。"
          />
        )
      }
    </Loaded>
  )
}

function ForPost({
  me,
  organisation,
  post,
}: {
  readonly me: Official
  readonly organisation: string
  readonly post: string
}) {
  const loaded = useResource(organisationOf, organisation)
  return (
    <Loaded of={loaded}>
      {(data) => {
        const to = chosenPost(data, post)
        return to === undefined || !data.editable ? (
          <EmptyState icon="shield" title="这个岗位现在不能任命" detail="岗位可能已经停用，或不在您的管理范围内。" />
        ) : (
          <OperateForm me={me} kind="appoint" to={to} />
        )
      }}
    </Loaded>
  )
}
