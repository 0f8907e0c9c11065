import { useRouter } from '@tarojs/taro'
import type { AuditEntryReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  goOnTo,
  goTo,
  Heading,
  Row,
  Stack,
  Text,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { currentPosts } from '../directory/colleagues'
import { officialOf } from '../directory/resources'
import { postWords } from '../directory/tenure'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PickDirectorySheet } from '../permissions/PickDirectorySheet'
import { may, type Official } from '../session/official'
import { AuditGate } from './AuditGate'
import { RecordEntries } from './RecordEntries'

export function RecordPage() {
  return <AuditGate title="个人的审计记录">{(me) => <Record me={me} />}</AuditGate>
}

/** What one official did, saw and was refused. */
function Record({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const [picking, setPicking] = useState(false)
  return (
    <OfficialScreen
      me={me}
      title="个人的审计记录"
      current={pages.home}
      back={pages.audit}
      actions={
        <Button variant="quiet" icon="search" onPress={() => setPicking(true)}>
          {id === '' ? '选一个人' : '换一个人'}
        </Button>
      }
    >
      {id === '' ? (
        <EmptyState icon="person" title="请选一个人" detail="按右上角的“选一个人”，在通讯录里找要查的工作人员。" />
      ) : (
        <>
          {may(me, 'directory.read') ? <Whose id={id} /> : null}
          <Text tone="quiet" className="g-prose">
            办了什么、看了谁的敏感信息、被拒绝了什么，新的在前。只记内容的名称，不记内容本身。
          </Text>
          <Entries key={id} id={id} me={me} />
        </>
      )}
      {picking ? (
        <PickDirectorySheet
          of="people"
          title="查谁的记录"
          onPick={(picked) => {
            setPicking(false)
            goOnTo(pages.auditOfOfficial, { id: picked.id })
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </OfficialScreen>
  )
}

function Entries({ id, me }: { readonly id: string; readonly me: Official }) {
  const paged = usePaged<AuditEntryReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.permissions.auditOfOfficial({
          params: { officialId: id },
          query: cursor === undefined ? {} : { cursor },
        }),
      [id],
    ),
  )
  return <RecordEntries paged={paged} me={me} />
}

/** Whose record it is: the name and the posts as they are today. */
function Whose({ id }: { readonly id: string }) {
  const { data } = useResource(officialOf, id)
  if (data === undefined) return null
  const posts = currentPosts(data)
  return (
    <Card>
      <Row between gap={3} wrap>
        <Stack gap={1}>
          <Heading level={2} size="title">
            {data.name}
          </Heading>
          <Text tone="quiet">{posts.length === 0 ? '现在没有岗位' : posts.map(postWords).join('；')}</Text>
        </Stack>
        <Button variant="text" label={`看${data.name}的岗位和联系方式`} onPress={() => goTo(pages.official, { id })}>
          岗位和联系方式
        </Button>
      </Row>
    </Card>
  )
}
