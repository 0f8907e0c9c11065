import { communityKindNames, isTold, mostCommunityPhotos, mostCommunityText } from '@zmht/shared/rules'
import {
  Button,
  Card,
  DatePicker,
  goOnTo,
  Notice,
  PhotosField,
  ProblemNotice,
  Section,
  Stack,
  TextArea,
  TextInput,
  toast,
} from '@zmht/shared/ui'
import { useMemo, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { contentOf, type EntryDraft, missingIn } from './entry-draft'
import { HoursField } from './HoursField'
import { entryDrafts } from './local-drafts'
import { entryOf, keptPageOf, picturesOf, placeIn } from './resources'

export const refusedWords = '微信的内容检查没有通过，居民看不到这次写的，原来的还照样显示。请改一改文字再保存。'

/** One entry being written. What is typed stays on this device until it is saved. */
export function EntryForm({
  me,
  place,
  id,
  initial,
}: {
  readonly me: Official
  readonly place: string
  /** The same for every attempt: pressed twice, it is one entry. */
  readonly id: string
  readonly initial: EntryDraft
}) {
  const key = `${place}/${id}`
  const [draft, setDraft] = useState(initial)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)
  const [error, setError] = useState<unknown>()
  const store = useMemo(() => picturesOf(place, id), [place, id])
  const change = (changed: (before: EntryDraft) => EntryDraft) =>
    setDraft((before) => {
      const after = changed(before)
      entryDrafts.keep({ id: key, by: me.id, draft: after })
      return after
    })
  const setDay = (field: 'from' | 'until', day: string | undefined) =>
    change(({ [field]: _former, ...rest }) => (day === undefined ? rest : { ...rest, [field]: day }))
  const missing = missingIn(draft)
  const wrong = (field: keyof typeof missing) => (tried ? missing[field] : undefined)
  const save = async () => {
    setTried(true)
    const content = contentOf(draft)
    if (content === undefined || busy) return
    setBusy(true)
    setError(undefined)
    setRefused(false)
    try {
      const saved = await api.channels.saveCommunityEntry({
        params: { placeId: placeIn(place), entryId: id },
        body: { edition: draft.edition, content },
      })
      entryOf.put(key, saved)
      keptPageOf.outdate()
      if (saved.state === 'refused') {
        change((before) => ({ ...before, edition: saved.edition }))
        setRefused(true)
        return
      }
      entryDrafts.forget(key)
      toast(saved.state === 'waiting' ? '已保存，微信检查过就显示' : '已保存，居民马上能看到')
      goOnTo(pages.community, { place, view: draft.kind })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const { kind } = draft
  return (
    <Stack gap={6} className="g-column">
      <Section title={communityKindNames[kind]}>
        <Card>
          <Stack gap={4}>
            <TextInput
              label={isTold(kind) ? '标题' : '名称'}
              maxLength={30}
              value={draft.title}
              error={wrong('title')}
              onChange={(title) => change((before) => ({ ...before, title }))}
            />
            {isTold(kind) ? null : (
              <TextInput
                label="电话"
                kind="phone"
                hint="座机请带区号，例如 010-64700000"
                optional={kind !== 'phone'}
                maxLength={20}
                value={draft.phone}
                error={wrong('phone')}
                onChange={(phone) => change((before) => ({ ...before, phone }))}
              />
            )}
            {isTold(kind) || kind === 'phone' ? null : (
              <TextInput
                label="地址"
                optional
                maxLength={60}
                value={draft.where}
                onChange={(where) => change((before) => ({ ...before, where }))}
              />
            )}
            <TextArea
              label={kind === 'phone' ? '说明' : '内容'}
              optional={!isTold(kind)}
              maxLength={mostCommunityText[kind]}
              value={draft.text}
              error={wrong('text')}
              onChange={(text) => change((before) => ({ ...before, text }))}
            />
            {isTold(kind) ? null : (
              <HoursField
                spans={draft.spans}
                error={wrong('spans')}
                onChange={(spans) => change((before) => ({ ...before, spans: spans(before.spans) }))}
              />
            )}
            {kind === 'phone' ? null : (
              <PhotosField
                label="照片"
                hint={`最多 ${mostCommunityPhotos} 张`}
                value={draft.photos}
                store={store}
                onChange={(photos) => change((before) => ({ ...before, photos: photos.slice(0, mostCommunityPhotos) }))}
              />
            )}
          </Stack>
        </Card>
      </Section>
      {kind === 'about' ? null : (
        <Section title="显示多久">
          <Card>
            <Stack gap={4}>
              <DatePicker
                label="从哪天起"
                optional
                hint="不填就马上显示"
                value={draft.from}
                onChange={(day) => setDay('from', day)}
              />
              <DatePicker
                label="到哪天为止"
                optional
                hint="不填就一直显示，那一天也显示"
                value={draft.until}
                error={wrong('until')}
                onChange={(day) => setDay('until', day)}
              />
            </Stack>
          </Card>
        </Section>
      )}
      {tried && Object.keys(missing).length > 0 ? (
        <Notice tone="danger">还有没填好的，请看上面标出的地方。已填的都在。</Notice>
      ) : null}
      {refused ? <Notice tone="danger">{refusedWords}</Notice> : null}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void save()}>
        保存
      </Button>
    </Stack>
  )
}
