import { Heading, Loaded, Notice, Stack, Text, useResource } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { AccessList } from './AccessList'
import { accessOf } from './resources'

export function MinePage() {
  return <Gate>{(me) => <Mine me={me} />}</Gate>
}

/** What the signed-in official may see and do. */
function Mine({ me }: { readonly me: Official }) {
  const loaded = useResource(accessOf, me.id)
  return (
    <OfficialScreen me={me} title="我能看什么、做什么" current={pages.me} back={pages.me}>
      <Stack gap={1}>
        <Heading level={2} size="title">
          {me.name}
        </Heading>
        {me.posts.map(({ id, title, organisation }) => (
          <Text key={id} tone="quiet">{`${organisation.name} · ${title}`}</Text>
        ))}
      </Stack>
      {me.away === undefined ? null : (
        <Notice tone="amber" title="您正在休假">{`${me.away} 回来之前，岗位暂时不给权限。`}</Notice>
      )}
      <Text tone="quiet">
        权限跟着岗位走：调动、晋升以后自动变，不用申请。看错了或不够用，请联系本单位的权限管理员。
      </Text>
      <Loaded of={loaded}>{(access) => <AccessList access={access} linked={may(me, 'permission.read')} />}</Loaded>
    </OfficialScreen>
  )
}
