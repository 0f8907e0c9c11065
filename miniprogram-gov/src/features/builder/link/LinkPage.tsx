import { useRouter } from '@tarojs/taro'
import { type ServiceCategory, serviceCategories } from '@zmht/shared/rules'
import {
  Button,
  Card,
  goOnTo,
  goTo,
  Loaded,
  Notice,
  ProblemNotice,
  Section,
  Select,
  Stack,
  Text,
  TextInput,
  toast,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { channel } from '../../channels/resources'
import { OfficialScreen } from '../../frame/OfficialScreen'
import { Gate } from '../../session/Gate'
import { may, type Official } from '../../session/official'
import { AudienceField } from '../AudienceField'
import { basicProblems, draftFromChannel, type ServiceDraft } from '../service-draft'
import { TimesField } from '../TimesField'
import { useOpened } from '../useOpened'
import type { Source } from '../useServiceDraft'
import { LinkFields, PassesField } from './LinkFields'
import { LinkSecret } from './LinkSecret'
import { blankLink, linkGaps } from './link-draft'

/** A service that lives elsewhere: a web page, another mini-program, another system behind our form. */
export function LinkPage() {
  return <Gate>{(me) => <Open me={me} />}</Gate>
}

function Open({ me }: { readonly me: Official }) {
  const { id = '', fresh } = useRouter().params
  return fresh === undefined ? <Existing me={me} id={id} /> : <Editor me={me} id={id} draft={blankLink} />
}

function Existing({ me, id }: { readonly me: Official; readonly id: string }) {
  const loaded = useOpened(id, undefined)
  return loaded.data === undefined ? (
    <OfficialScreen me={me} title="链接服务" current={pages.channels} back={pages.channels}>
      <Loaded of={loaded}>{() => null}</Loaded>
    </OfficialScreen>
  ) : (
    <Editor me={me} id={id} {...openedAs(loaded.data)} />
  )
}

function openedAs(source: Source): { readonly draft: ServiceDraft; readonly edition?: number } {
  if (source.from === 'server') return { draft: draftFromChannel(source.channel), edition: source.channel.edition }
  const { draft, edition } = source.kept
  return { draft, ...(edition === undefined ? {} : { edition }) }
}

const categories = Object.entries(serviceCategories).map(([value, label]) => ({
  value: value as ServiceCategory, // keys of a literal
  label,
}))

function Editor({
  me,
  id,
  draft: first,
  edition: seen,
}: {
  readonly me: Official
  readonly id: string
  readonly draft: ServiceDraft
  readonly edition?: number
}) {
  const [draft, setDraft] = useState(first)
  const [saved, setSaved] = useState<{ readonly edition: number; readonly draft: ServiceDraft } | undefined>(
    seen === undefined ? undefined : { edition: seen, draft: first },
  )
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>()
  const set = (part: { readonly [K in keyof ServiceDraft]?: ServiceDraft[K] | undefined }) =>
    setDraft((before) => withPart(before, part))
  const wrong = tried ? basicProblems(draft) : []
  const gaps = tried ? linkGaps(draft) : []

  const save = async (): Promise<boolean> => {
    setTried(true)
    if (basicProblems(draft).length > 0) return false
    if (saved?.draft === draft) return true
    setBusy(true)
    setError(undefined)
    try {
      const params = { channelId: id }
      const content = { ...draft, title: draft.title.trim(), summary: draft.summary.trim() }
      const reply =
        saved === undefined
          ? await api.channels.create({ params, body: content })
          : await api.channels.revise({ params, body: { edition: saved.edition, content } })
      channel.put(id, reply)
      setSaved({ edition: reply.edition, draft })
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      setBusy(false)
    }
  }
  const goPublish = async () => {
    if ((await save()) && linkGaps(draft).length === 0) goOnTo(pages.publish, { id })
  }
  const isEndpoint = draft.link?.kind === 'endpoint'
  return (
    <OfficialScreen me={me} title="链接服务" current={pages.channels} back={pages.channels}>
      <Stack gap={6} className="g-column">
        <Text tone="quiet">别处已经在办的服务，放进居民的服务列表里：和其他服务一样按地方、按对象给居民看。</Text>
        <Card>
          <LinkFields draft={draft} onChange={setDraft} />
        </Card>
        <Section title="居民看到的">
          <Card>
            <Stack gap={4}>
              <TextInput
                label="服务名称"
                hint="不超过 20 个字"
                maxLength={20}
                value={draft.title}
                error={wrong.find(({ basic }) => basic === 'title')?.message}
                onChange={(title) => set({ title })}
              />
              <TextInput
                label="一句话说明"
                hint="为谁办什么，不超过 24 个字"
                maxLength={24}
                value={draft.summary}
                error={wrong.find(({ basic }) => basic === 'summary')?.message}
                onChange={(summary) => set({ summary })}
              />
              <Select
                label="分类"
                options={categories}
                value={draft.category}
                onChange={(category) => set({ category: category ?? 'other' })}
              />
              {isEndpoint ? (
                <TextInput
                  label="几个工作日内答复"
                  hint="到时候对方还没有答复，就转回本单位接着办"
                  kind="number"
                  maxLength={2}
                  value={Number.isNaN(draft.promisedDays) ? '' : String(draft.promisedDays)}
                  error={wrong.find(({ basic }) => basic === 'promisedDays')?.message}
                  onChange={(days) => set({ promisedDays: days === '' ? Number.NaN : Number(days) })}
                />
              ) : null}
              <AudienceField
                audience={draft.audience}
                error={wrong.find(({ basic }) => basic === 'audience')?.message}
                onChange={(audience) => set({ audience })}
              />
              <TimesField
                times={draft.times}
                problems={[]}
                onChange={(times) => set({ times: times as ServiceDraft['times'] })} // the same shape, readonly
              />
            </Stack>
          </Card>
        </Section>
        <PassesField draft={draft} onChange={setDraft} />
        {isEndpoint ? (
          <>
            <Section title="居民填的表单">
              <Card>
                <Stack gap={3}>
                  <Text>{`现在有 ${draft.form.controls.length} 项。填的内容会整份发给对方。`}</Text>
                  <Button
                    full
                    variant="quiet"
                    icon="edit"
                    onPress={() => void save().then((done) => done && goTo(pages.build, { id }))}
                  >
                    编辑表单
                  </Button>
                </Stack>
              </Card>
            </Section>
            {saved === undefined ? (
              <Notice>保存以后，可以在这里生成签名密钥，交给对方。</Notice>
            ) : (
              <LinkSecret id={id} ready={save} />
            )}
          </>
        ) : null}
        {gaps.length > 0 ? (
          <Notice tone="amber" title="还不能发布">
            <Stack gap={1}>
              {gaps.map((message) => (
                <Text key={message}>{message}</Text>
              ))}
            </Stack>
          </Notice>
        ) : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Stack gap={2}>
          {may(me, 'channel.publish') ? (
            <Button full large icon="publish" loading={busy} onPress={() => void goPublish()}>
              下一步：发布
            </Button>
          ) : null}
          <Button
            full
            variant="quiet"
            loading={busy}
            onPress={() => void save().then((done) => done && toast('已保存'))}
          >
            保存草稿
          </Button>
        </Stack>
      </Stack>
    </OfficialScreen>
  )
}

/** What is set to nothing is taken away. */
const withPart = (
  before: ServiceDraft,
  part: { readonly [K in keyof ServiceDraft]?: ServiceDraft[K] | undefined },
): ServiceDraft =>
  Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)) as ServiceDraft // only what may be absent is ever set to nothing
