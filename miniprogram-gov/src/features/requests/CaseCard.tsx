import { type LikeRequestReply, mintStepKey, type RequestReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  CheckboxList,
  ConfirmSheet,
  createResource,
  formatWhen,
  goTo,
  Heading,
  List,
  ListRow,
  Notice,
  ProblemNotice,
  Row,
  Stack,
  Tag,
  Text,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { useIntentOf } from './intent'
import { request as requests } from './resources'
import { stateWords } from './words'

const like = createResource((requestId) => api.channels.likeRequests({ params: { requestId } }))
const together = createResource((requestId) => api.channels.requestCase({ params: { requestId } }))

/** 同一件事: what seems to tell of the same, to be joined; and what is answered together already. */
export function CaseCard({ request: found }: { readonly request: RequestReply }) {
  return (
    <>
      {found.case === undefined ? null : <Together request={found} leadId={found.case.leadId ?? found.id} />}
      {found.case?.lead === false ? null : <Like request={found} />}
    </>
  )
}

/** What changed of one changes what is shown of the others. */
function reread(id: string): void {
  void requests.refresh(id)
  void like.refresh(id)
  void together.refresh(id)
}

function Like({ request: { id, state } }: { readonly request: RequestReply }) {
  const now = useNow()
  const { data } = useResource(like, id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const join = useIntentOf((ids: readonly string[], key) =>
    api.channels.joinCase({ params: { requestId: id }, body: { key, requests: [...ids] } }),
  )
  const items = data?.items ?? []
  if (items.length === 0) return null
  const go = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const made = await join(chosen)
      together.put(id, made)
      setChosen([])
      reread(id)
      toast(`已合并，${made.requests} 件一起办理`)
    } catch (problem) {
      setError(problem)
      reread(id)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={3}>{`和这 ${items.length} 件像同一件事`}</Heading>
        <Text size="small" tone="quiet">
          合并后由这一件主办：您对它的办理和答复，每一位居民都会收到，各看各的。
        </Text>
        <CheckboxList
          label="选要合并的"
          options={items.map((one) => ({
            value: one.id,
            label: `${one.who} · ${one.place}`,
            detail: detailOf(one, now),
          }))}
          values={chosen}
          onChange={setChosen}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Button full loading={busy} disabled={chosen.length === 0} onPress={() => void go()}>
          {chosen.length === 0 ? '合并为同一件事' : `合并为同一件事（${chosen.length}）`}
        </Button>
        {state === 'submitted' ? null : (
          <Text size="small" tone="quiet">
            已经办过的几步不会补发，以后的会一起收到。
          </Text>
        )}
      </Stack>
    </Card>
  )
}

const detailOf = ({ reasons, state, submittedAt, number, together: count }: LikeRequestReply, now: string): string =>
  [
    reasons.join('，'),
    `${formatWhen(submittedAt, now)}提交`,
    stateWords[state],
    count === undefined ? undefined : `已有 ${count} 件合并`,
    `编号 ${number}`,
  ]
    .filter(Boolean)
    .join(' · ')

function Together({
  request: { id, case: inCase },
  leadId,
}: {
  readonly request: RequestReply
  readonly leadId: string
}) {
  const now = useNow()
  const { data } = useResource(together, id)
  const [leaving, setLeaving] = useState<{ readonly id: string; readonly who: string; readonly key: string }>()
  if (inCase === undefined) return null
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Heading level={3}>{`${inCase.people} 人反映了同一件事`}</Heading>
          <Tag tone="accent">{`${inCase.requests} 件`}</Tag>
        </Row>
        {inCase.lead ? (
          <Text size="small">这一件是主办的：接手、转办、答复都会同时给其他几件。</Text>
        ) : (
          <Notice
            action={
              <Button variant="quiet" onPress={() => goTo(pages.request, { id: leadId })}>
                去主办的一件
              </Button>
            }
          >
            由主办的一件统一办理和答复。要单独办理，请先移出。
          </Notice>
        )}
        <List label="合并在一起的">
          {(data?.items ?? []).map((one, index) => (
            <ListRow
              key={one.id}
              line={index > 0}
              icon="task"
              title={one.id === id ? `${one.who}（这一件）` : one.who}
              detail={`${one.place} · ${formatWhen(one.submittedAt, now)}提交 · ${stateWords[one.state]}`}
              end={one.lead ? '主办' : undefined}
              onPress={() => (one.id === id ? undefined : goTo(pages.request, { id: one.id }))}
            />
          ))}
        </List>
        {(data?.items ?? []).length < inCase.requests && data !== undefined ? (
          <Text
            size="small"
            tone="quiet"
          >{`共 ${inCase.requests} 件，这里列出您能办理的前 ${data.items.length} 件。`}</Text>
        ) : null}
        {inCase.lead ? null : (
          <Button full variant="quiet" onPress={() => setLeaving({ id, who: '这一件', key: mintStepKey() })}>
            移出，单独办理
          </Button>
        )}
      </Stack>
      <ConfirmSheet
        open={leaving !== undefined}
        title="移出，单独办理"
        consequence="以后单独办理，单独答复。已经答复过的不会收回。"
        confirm="移出"
        onClose={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (leaving === undefined) return
          await api.channels.leaveCase({ params: { requestId: leaving.id }, body: { key: leaving.key } })
          setLeaving(undefined)
          reread(id)
          toast('已移出')
        }}
      />
    </Card>
  )
}
