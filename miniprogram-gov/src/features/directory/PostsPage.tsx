import type { CataloguePostReply } from '@zmht/shared/contract'
import { ranks } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  EmptyState,
  Heading,
  List,
  Loaded,
  Row,
  SearchInput,
  Stack,
  Tag,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { CataloguePostSheet } from './CataloguePostSheet'
import { roleWords } from './consequences'
import { catalogueOf } from './resources'

export function PostsPage() {
  return <Gate>{(me) => <Posts me={me} />}</Gate>
}

/** The catalogue of names of posts, with what each carries. */
function Posts({ me }: { readonly me: Official }) {
  const loaded = useResource(catalogueOf, 'whole')
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<CataloguePostReply | 'new'>()
  const keep = may(me, 'directory.catalogue')
  const wanted = text.trim()
  return (
    <OfficialScreen me={me} title="岗位目录" current={pages.home} back={pages.book}>
      <Row between gap={3} wrap>
        <Text tone="quiet">岗位叫同一个名字，就带同样的权限。导入表格时按名称和别名对应。</Text>
        {keep ? (
          <Button icon="plus" onPress={() => setEditing('new')}>
            新增岗位名称
          </Button>
        ) : null}
      </Row>
      <SearchInput label="按名称或别名查找" value={text} onChange={setText} />
      <Loaded of={loaded}>
        {(items) => {
          const shown = items.filter(({ title, aliases }) => [title, ...aliases].some((name) => name.includes(wanted)))
          return shown.length === 0 ? (
            <EmptyState icon="search" title={`没有“${wanted}”`} detail="换几个字再试，或清空后看全部。" />
          ) : (
            <Box className="g-cards">
              <List gap label="岗位目录">
                {shown.map((post) => (
                  <OneName key={post.code} post={post} onEdit={keep ? () => setEditing(post) : undefined} />
                ))}
              </List>
            </Box>
          )
        }}
      </Loaded>
      {editing === undefined ? null : (
        <CataloguePostSheet post={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </OfficialScreen>
  )
}

function OneName({ post, onEdit }: { readonly post: CataloguePostReply; readonly onEdit: (() => void) | undefined }) {
  const { title, rank, roles, aliases, tags, security } = post
  return (
    <Card className="g-post" label={title}>
      <Stack gap={2}>
        <Row gap={2} wrap>
          <Heading level={2}>{title}</Heading>
          <Tag>{ranks[rank]}</Tag>
          {security ? <Tag tone="amber">需要权限管理员任命</Tag> : null}
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Row>
        <Text>{roles.length === 0 ? '不带系统权限' : `权限：${roles.map(roleWords).join('、')}`}</Text>
        {aliases.length === 0 ? null : <Text size="small" tone="quiet">{`也叫：${aliases.join('、')}`}</Text>}
        {onEdit === undefined ? null : (
          <Row>
            <Button variant="text" icon="edit" label={`修改${title}`} onPress={onEdit}>
              修改
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
