import type { OfficialReply } from '@zmht/shared/contract'
import { DatePicker, RadioList, Select, Stack, TextInput } from '@zmht/shared/ui'
import type { Official } from '../session/official'
import { Appointee } from './Appointee'
import { currentPosts, heldPosts } from './colleagues'
import { daysFrom } from './days'
import type { OperateKind, OperationDraft, OperationProblems } from './operation-draft'
import { PostField } from './PostField'
import { SuccessorField } from './SuccessorField'
import { postWords } from './tenure'
import type { Surroundings } from './useSurroundings'

const dateHints: Readonly<Record<OperateKind, string>> = {
  appoint: '今天：马上生效；以后的日子：到时自动生效；以前的日子：补记',
  transfer: '今天：马上生效；以后的日子：到时自动生效；以前的日子：补记',
  promote: '今天：马上生效；以后的日子：到时自动生效；以前的日子：补记',
  'leave-post': '从这一天起不再任职',
  absence: '从这一天起不上班',
  return: '从这一天起回来上班',
}

const moves = (kind: OperateKind) => kind === 'transfer' || kind === 'promote'

/** What is asked for each kind of change. */
export function OperateFields({
  kind,
  official,
  draft,
  wrong,
  surroundings,
  me,
  onChange,
}: {
  readonly kind: OperateKind
  readonly official: OfficialReply | undefined
  readonly draft: OperationDraft
  readonly wrong: OperationProblems
  /** Where whoever takes over is looked for, and by which rule. */
  readonly surroundings: Surroundings
  readonly me: Official
  readonly onChange: (next: OperationDraft) => void
}) {
  const change = (part: Partial<OperationDraft>) => onChange({ ...draft, ...part })
  const held = official === undefined ? [] : heldPosts(official)
  const leavable = official === undefined ? [] : kind === 'leave-post' ? currentPosts(official) : held
  const asksSuccessor = moves(kind) || kind === 'leave-post' || kind === 'absence'
  return (
    <Stack gap={4}>
      {kind === 'appoint' && official === undefined ? (
        <Appointee draft={draft} wrong={wrong} onChange={onChange} />
      ) : null}
      {moves(kind) || kind === 'leave-post' ? (
        <Select
          label={kind === 'leave-post' ? '离任哪个岗位' : '离开哪个岗位'}
          options={[
            ...leavable.map((post) => ({ value: post.id, label: postWords(post) })),
            ...(kind === 'leave-post' ? [{ value: 'all', label: '全部岗位（离职、退休）' }] : []),
          ]}
          value={draft.from}
          onChange={(from) => {
            const { from: _, ...others } = draft
            onChange(from === undefined ? others : { ...others, from })
          }}
          error={wrong.from}
        />
      ) : null}
      {moves(kind) || kind === 'appoint' ? (
        <PostField
          label={kind === 'promote' ? '升到哪个岗位' : kind === 'transfer' ? '调到哪个岗位' : '任哪个岗位'}
          value={draft.to}
          startIn={held[0]?.organisation.id}
          without={draft.from}
          onChange={(to) => change({ to })}
          error={wrong.to}
        />
      ) : null}
      {kind === 'appoint' ? (
        <RadioList
          label="怎样任职"
          inline
          options={[
            { value: 'holder', label: '正式任职' },
            { value: 'acting', label: '代理' },
          ]}
          value={draft.as}
          onChange={(as) => change({ as })}
        />
      ) : null}
      <DatePicker
        label={kind === 'return' ? '哪天回来上班' : '从哪一天起'}
        hint={dateHints[kind]}
        value={draft.date === '' ? undefined : draft.date}
        onChange={(date) => change({ date: date ?? '' })}
        error={wrong.date}
      />
      {kind === 'absence' ? (
        <DatePicker
          label="哪天回来上班"
          hint="到这一天岗位权限自动恢复"
          value={draft.until === '' ? undefined : draft.until}
          onChange={(until) => change({ until: until ?? '' })}
          error={wrong.until}
        />
      ) : null}
      {kind === 'appoint' ? (
        <DatePicker
          label="任到哪一天"
          hint={draft.as === 'acting' ? '到期自动结束' : '到期自动结束；一直任职可不填'}
          optional={draft.as === 'holder'}
          value={draft.until === '' ? undefined : daysFrom(draft.until, -1)}
          onChange={(last) => change({ until: last === undefined ? '' : daysFrom(last, 1) })}
          error={wrong.until}
        />
      ) : null}
      {asksSuccessor ? (
        <SuccessorField
          away={kind === 'absence'}
          surroundings={surroundings}
          // Nobody records that they stand in themself.
          without={[official?.id ?? '', ...(kind === 'absence' ? [me.id] : [])]}
          draft={draft}
          onChange={onChange}
        />
      ) : null}
      <TextInput
        label="原因"
        value={draft.reason}
        maxLength={200}
        onChange={(reason) => change({ reason })}
        error={wrong.reason}
      />
    </Stack>
  )
}
