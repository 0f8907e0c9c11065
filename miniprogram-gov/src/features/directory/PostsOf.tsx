import type { OrganisationReply, PostReply } from '@zmht/shared/contract'
import { type Rank, ranks } from '@zmht/shared/permission'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goTo,
  Heading,
  List,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { dayOf, dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { ContactCard } from './ContactCard'
import { roleWords } from './consequences'
import { marksOf } from './marks'
import { PostSheet } from './PostSheet'
import { inOrder } from './post-order'

/** The posts of an organisation with who holds them; for whoever may, to be added, changed and filled. */
export function PostsOf({ me, organisation }: { readonly me: Official; readonly organisation: OrganisationReply }) {
  const [editing, setEditing] = useState<PostReply | 'new'>()
  const { posts, editable } = organisation
  return (
    <Section
      title="岗位和人员"
      action={
        editable ? (
          <Button variant="text" icon="plus" onPress={() => setEditing('new')}>
            新增岗位
          </Button>
        ) : undefined
      }
    >
      {posts.length === 0 ? (
        <Card>
          <EmptyState
            icon="person"
            title="还没有岗位"
            detail={editable ? '先新增岗位，再安排人任职。' : '岗位由通讯录维护人员登记，登记后会显示在这里。'}
          />
        </Card>
      ) : (
        <List gap label="岗位">
          {inOrder(posts).map((post) => (
            <PostCard
              key={post.id}
              post={post}
              organisation={organisation}
              onEdit={editable ? () => setEditing(post) : undefined}
            />
          ))}
        </List>
      )}
      {editing === undefined ? null : (
        <PostSheet
          me={me}
          organisation={organisation}
          post={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Section>
  )
}

const rankWords = (rank: string): string => (rank in ranks ? ranks[rank as Rank] : '') // a key of the object, as the line before asks

function PostCard({
  post,
  organisation,
  onEdit,
}: {
  readonly post: PostReply
  readonly organisation: OrganisationReply
  readonly onEdit: (() => void) | undefined
}) {
  const today = dayOf(useNow())
  const rank = rankWords(post.rank)
  const appoint = () => goTo(pages.operate, { kind: 'appoint', post: post.id, organisation: organisation.id })
  return (
    <Card className="g-post" label={post.title}>
      <Stack gap={2}>
        <Row gap={2} wrap>
          <Heading level={3}>{post.title}</Heading>
          {rank === '' ? null : <Tag>{rank}</Tag>}
          {post.closed ? <Tag tone="amber">已停用</Tag> : null}
          {post.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </Row>
        <Text size="small" tone="quiet">
          {post.roles.length === 0 ? '不带系统权限' : `权限：${post.roles.map(roleWords).join('、')}`}
        </Text>
        {post.termEnds === undefined ? null : (
          <Text size="small" tone="quiet">{`任期到${dayWords(post.termEnds)}`}</Text>
        )}
        {post.holders.length === 0 ? (
          <Text tone="quiet">现在没有人任职</Text>
        ) : (
          <Box as="ul" role="list" label={`${post.title}的任职人员`} className="z-list">
            {post.holders.map((holder, index) => (
              <Box as="li" key={`${holder.id}/${holder.as}/${holder.from}`}>
                <ContactCard
                  line={index > 0}
                  id={holder.id}
                  name={holder.name}
                  phone={holder.phone}
                  marks={marksOf(holder, today)}
                />
              </Box>
            ))}
          </Box>
        )}
        {onEdit === undefined ? null : (
          <Row gap={2}>
            {post.closed ? null : (
              <Button variant="text" icon="person" label={`任命${post.title}`} onPress={appoint}>
                任命
              </Button>
            )}
            <Button variant="text" icon="edit" label={`修改岗位${post.title}`} onPress={onEdit}>
              修改岗位
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}
