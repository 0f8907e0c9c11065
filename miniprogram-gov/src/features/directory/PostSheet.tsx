import { mintPostId, type OrganisationReply, type PostReply } from '@zmht/shared/contract'
import { rankCodes, ranks } from '@zmht/shared/permission'
import {
  Button,
  DatePicker,
  Loaded,
  ProblemNotice,
  Select,
  Sheet,
  Stack,
  Switch,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { may, type Official } from '../session/official'
import { emptyPost, type PostDraft, postBody, postDraft, postProblems, titled, wordsOf } from './post-draft'
import { RolesOfPost } from './RolesOfPost'
import { catalogueOf, organisationOf } from './resources'
import { TitleSuggestions } from './TitleSuggestions'

/** A post, new or changed: a title from the catalogue, and with it what the post carries. */
export function PostSheet({
  me,
  organisation,
  post,
  onClose,
}: {
  readonly me: Official
  readonly organisation: OrganisationReply
  /** Absent: a new one. */
  readonly post: PostReply | undefined
  readonly onClose: () => void
}) {
  const loaded = useResource(catalogueOf, 'whole')
  const [draft, setDraft] = useState<PostDraft>(() => (post === undefined ? emptyPost : postDraft(post)))
  const [former] = useState(draft)
  const [tags, setTags] = useState(draft.tags.join('、'))
  /** The same for every attempt: pressed twice, it is one post. */
  const [postId] = useState(() => post?.id ?? mintPostId())
  const [wrong, setWrong] = useState<ReturnType<typeof postProblems>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const catalogue = loaded.data ?? []
  const keeper = may(me, 'permission.write')
  const change = (next: PostDraft) => {
    // A name of the catalogue brings its tags.
    if (next.tags !== draft.tags) setTags(next.tags.join('、'))
    setDraft(next)
    setWrong({})
  }
  const save = async () => {
    const given = { ...draft, tags: wordsOf(tags) }
    const problems = postProblems(given, former, catalogue, keeper)
    setWrong(problems)
    const body = postBody(given, post?.edition ?? 0)
    if (Object.keys(problems).length > 0 || body === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      const saved = await api.permissions.savePost({ params: { organisationId: organisation.id, postId }, body })
      organisationOf.put(organisation.id, saved)
      toast(post === undefined ? `已新增岗位${body.title}，接着可以任命` : `岗位${body.title}已更新`)
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={post === undefined ? '新增岗位' : `修改岗位${post.title}`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full loading={busy} disabled={loaded.data === undefined} onPress={() => void save()}>
            {post === undefined ? '新增这个岗位' : '保存岗位'}
          </Button>
        </>
      }
    >
      <Loaded of={loaded}>
        {() => (
          <Stack gap={4}>
            <TextInput
              label="岗位名称"
              hint="从岗位目录里选，权限会一起带上"
              value={draft.title}
              maxLength={30}
              onChange={(title) => change(titled(draft, title, catalogue))}
              error={wrong.title}
            />
            <TitleSuggestions draft={draft} catalogue={catalogue} keeper={keeper} onTaken={change} />
            <Select
              label="职级"
              options={rankCodes.map((rank) => ({ value: rank, label: ranks[rank] }))}
              value={draft.rank}
              onChange={(rank) => {
                const { rank: _, ...others } = draft
                change(rank === undefined ? others : { ...others, rank })
              }}
              error={wrong.rank}
            />
            <RolesOfPost
              draft={draft}
              former={former}
              catalogue={catalogue}
              keeper={keeper}
              wrong={wrong.roles}
              onChange={(roles) => change({ ...draft, roles })}
            />
            <TextInput
              label="标签"
              hint="用顿号隔开，如：养老、残联"
              optional
              value={tags}
              maxLength={100}
              onChange={(words) => {
                setTags(words)
                setWrong({})
              }}
              error={wrong.tags}
            />
            <DatePicker
              label="任期到哪一天"
              optional
              value={draft.termEnds === '' ? undefined : draft.termEnds}
              onChange={(day) => change({ ...draft, termEnds: day ?? '' })}
            />
            {post === undefined ? null : (
              <Switch
                label="停用这个岗位"
                detail="不能再任命，现在任职的人不受影响"
                on={draft.closed}
                onChange={(closed) => change({ ...draft, closed })}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </Sheet>
  )
}
