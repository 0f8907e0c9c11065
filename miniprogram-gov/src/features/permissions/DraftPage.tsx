import { useRouter } from '@tarojs/taro'
import { mintGrantId } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { ErrorState, Notice, SkeletonList, useResource } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { DraftEditor } from './DraftEditor'
import { blankDraft, draftOf } from './draft'
import { grantDrafts } from './local-drafts'
import { grantOf } from './resources'
import { namedOf } from './useSaid'

export function DraftPage() {
  return <Gate>{(me) => <Draft me={me} />}</Gate>
}

/** A rule being written: what is kept on this device, one to be revised, or a new one. */
function Draft({ me }: { readonly me: Official }) {
  const asked = fromAddress(useRouter().params.id)
  // Read once: what is written afterwards must not open something else.
  const [begun] = useState(() => {
    const id = asked || mintGrantId()
    return { id, kept: grantDrafts.kept(id, me.id) }
  })
  const { id, kept } = begun
  const isNew = kept === undefined ? asked === '' : kept.edition === 0
  const title = isNew ? '新建规则' : kept === undefined ? '编写规则' : '修改规则'
  useEffect(() => rememberInAddress('id', id), [id])
  return (
    <OfficialScreen me={me} title={title} current={pages.home} back={pages.grants}>
      {!may(me, 'permission.write') ? (
        <Notice title="您的岗位不能设置权限">需要的话，请联系本单位的权限管理员。</Notice>
      ) : kept !== undefined ? (
        <DraftEditor me={me} id={id} initial={kept.draft} edition={kept.edition} />
      ) : asked === '' ? (
        <DraftEditor me={me} id={id} initial={blankDraft} edition={0} />
      ) : (
        <FromServer me={me} id={id} />
      )}
    </OfficialScreen>
  )
}

/** A rule that is to be revised; an id the server does not know was made here for a draft nobody wrote anything in. */
function FromServer({ me, id }: { readonly me: Official; readonly id: string }) {
  const knowledge = useKnowledge()
  const loaded = useResource(grantOf, id)
  const { data, error } = loaded
  if (data !== undefined) {
    const initial = draftOf(data.content, namedOf(knowledge, data))
    return <DraftEditor me={me} id={id} initial={initial} edition={data.edition} />
  }
  if (error === undefined || loaded.loading) return <SkeletonList />
  return error instanceof Problem && error.kind === 'not-found' ? (
    <DraftEditor me={me} id={id} initial={blankDraft} edition={0} />
  ) : (
    <ErrorState error={error} onRetry={() => void loaded.reload()} />
  )
}
