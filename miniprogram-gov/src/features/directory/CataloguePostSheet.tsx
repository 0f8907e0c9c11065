import { type CataloguePostReply, mintPostId } from '@zmht/shared/contract'
import { type Rank, type Role, rankCodes, ranks, roleCodes, securityRoles } from '@zmht/shared/permission'
import { Button, CheckboxList, Notice, ProblemNotice, Select, Sheet, Stack, TextInput, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { roleWords } from './consequences'
import { wordsOf } from './post-draft'
import { catalogueOf } from './resources'

/** A name of the catalogue of posts, new or changed. */
export function CataloguePostSheet({
  post,
  onClose,
}: {
  /** Absent: a new one. */
  readonly post: CataloguePostReply | undefined
  readonly onClose: () => void
}) {
  /** Nobody reads the code: it only has to stay the same for every attempt. */
  const [code] = useState(() => post?.code ?? mintPostId())
  const [title, setTitle] = useState(post?.title ?? '')
  const [aliases, setAliases] = useState(post?.aliases.join('、') ?? '')
  const [tags, setTags] = useState(post?.tags.join('、') ?? '')
  const [rank, setRank] = useState<Rank | undefined>(post?.rank)
  const [roles, setRoles] = useState<readonly Role[]>(post?.roles ?? [])
  const [wrong, setWrong] = useState<{ readonly title?: string; readonly rank?: string }>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    const missing = {
      ...(title.trim() === '' ? { title: '请填写岗位名称' } : {}),
      ...(rank === undefined ? { rank: '请选择职级' } : {}),
    }
    setWrong(missing)
    if (rank === undefined || title.trim() === '') return
    setBusy(true)
    setError(undefined)
    try {
      await api.permissions.saveCataloguePost({
        params: { code },
        body: {
          title: title.trim(),
          aliases: [...wordsOf(aliases)],
          rank,
          roles: [...roles],
          tags: [...wordsOf(tags)],
          edition: post?.edition ?? 0,
        },
      })
      await catalogueOf.refresh('whole')
      toast(post === undefined ? `${title.trim()}已加进岗位目录` : `${title.trim()}已更新`)
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={post === undefined ? '新增岗位名称' : `修改${post.title}`}
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full loading={busy} onPress={() => void save()}>
            {post === undefined ? '加进岗位目录' : '保存修改'}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        {post === undefined ? null : (
          <Notice>已经设好的岗位不会跟着变。要用新的权限，请到单位里打开岗位，再保存一次。</Notice>
        )}
        <TextInput label="岗位名称" value={title} maxLength={30} onChange={setTitle} error={wrong.title} />
        <TextInput
          label="别名"
          hint="表格里的其他叫法，用顿号隔开"
          optional
          value={aliases}
          maxLength={400}
          onChange={setAliases}
        />
        <Select
          label="职级"
          options={rankCodes.map((one) => ({ value: one, label: ranks[one] }))}
          value={rank}
          onChange={setRank}
          error={wrong.rank}
        />
        <CheckboxList
          label="权限"
          hint="叫这个名字的岗位都带这些权限"
          options={roleCodes.map((role) => ({
            value: role,
            label: roleWords(role),
            ...(securityRoles.has(role) ? { detail: '带上它，只有权限管理员能任命这个岗位' } : {}),
          }))}
          values={roles}
          onChange={setRoles}
        />
        <TextInput
          label="标签"
          hint="用顿号隔开，如：养老、残联"
          optional
          value={tags}
          maxLength={100}
          onChange={setTags}
        />
      </Stack>
    </Sheet>
  )
}
