import { useRouter } from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import { mintMeasureId } from '@zmht/shared/contract'
import { mostMeasures } from '@zmht/shared/measures'
import {
  Button,
  Card,
  EmptyState,
  goOnTo,
  Loaded,
  Notice,
  ProblemNotice,
  Section,
  Stack,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress } from '@/lib/address'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ledgerOf } from '../ledgers/resources'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { FilterEditor } from './FilterEditor'
import { FoldEditor } from './FoldEditor'
import { GroupsEditor } from './GroupsEditor'
import { MeasurePreview } from './MeasurePreview'
import { emptyMeasure, type MeasureDraft, measureOf, mostLetters, nameFor, problemsOf } from './measure-draft'
import { saveMeasures } from './save-measures'

/** Defining a measure of a ledger in words and clicks: what is counted, how it is told apart, what is told of it. */
export function MeasurePage() {
  return <Gate>{(me) => <NewMeasure me={me} />}</Gate>
}

function NewMeasure({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const loaded = useResource(ledgerOf, fromAddress(params.id))
  return (
    <OfficialScreen me={me} title="加一个指标" current={pages.people} back={pages.people}>
      <Loaded of={loaded}>
        {(ledger) =>
          !ledger.mayWrite ? (
            <EmptyState
              icon="shield"
              title="指标由建这本台账的单位来定"
              detail={`这本台账是${ledger.organisation.name}建的。需要新的指标，请联系他们。`}
            />
          ) : ledger.measures.length >= mostMeasures ? (
            <EmptyState
              icon="chart"
              title={`已经有 ${mostMeasures} 个自定的指标`}
              detail="请先在统计页去掉不再用的，再来加新的。"
            />
          ) : (
            <MeasureForm
              key={ledger.id}
              ledger={ledger}
              place={fromAddress(params.place)}
              shownAt={fromAddress(params.place) || ledger.within[0]?.id}
            />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function MeasureForm({
  ledger,
  place,
  shownAt,
}: {
  readonly ledger: LedgerReply
  readonly place: string
  /** Where it is tried. */
  readonly shownAt: string | undefined
}) {
  const knowledge = useKnowledge()
  const [draft, setDraft] = useState<MeasureDraft>(emptyMeasure)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  // The same one however often it is sent.
  const [id] = useState(mintMeasureId)
  const { kind, name: ledgerName } = ledger.content
  const change = (next: Partial<MeasureDraft>) => setDraft((before) => ({ ...before, ...next }))
  const taken = ledger.shownMeasures.map(({ name }) => name)
  const problems = problemsOf(draft, kind, taken, knowledge)
  const told = tried ? problems : []
  const errorAt = (at: string) => told.find((one) => one.at === at)?.message
  const save = async () => {
    setTried(true)
    if (problems.length > 0) return
    setBusy(true)
    setFailure(undefined)
    try {
      const measure = measureOf(draft, id, knowledge)
      await saveMeasures(ledger, [...ledger.measures.filter((one) => one.id !== id), measure])
      toast(`已加上“${measure.name}”，正在把已登记的算进来`)
      goOnTo(pages.ledgerStatistics, { id: ledger.id, ...(place === '' ? {} : { place }), measure: id })
    } catch (problem) {
      setFailure(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack gap={6} className="g-column">
      <Section title="数什么">
        <Card>
          <FilterEditor
            kind={kind}
            ledgerName={ledgerName}
            filter={draft.filter}
            problems={told}
            onChange={(filter) => change({ filter })}
          />
        </Card>
      </Section>
      <Section title="怎么分">
        <GroupsEditor
          kind={kind}
          groups={draft.groups}
          problems={told}
          knowledge={knowledge}
          onChange={(groups) => change({ groups })}
        />
      </Section>
      <Section title="算什么">
        <Card>
          <FoldEditor kind={kind} draft={draft} error={errorAt('fold')} knowledge={knowledge} onChange={change} />
        </Card>
      </Section>
      <Section title="叫什么">
        <Card>
          <TextInput
            label="指标名称"
            hint={`不写就叫“${nameFor(draft, knowledge)}”`}
            optional
            maxLength={mostLetters}
            value={draft.name}
            onChange={(name) => change({ name })}
            error={errorAt('name')}
          />
        </Card>
      </Section>
      {shownAt === undefined ? null : (
        <Section title="看看像不像">
          <MeasurePreview
            ledger={ledger}
            place={shownAt}
            measure={measureOf(draft, id, knowledge)}
            onTry={() => {
              setTried(true)
              return problems.length === 0
            }}
          />
        </Section>
      )}
      {failure === undefined ? null : <ProblemNotice error={failure} />}
      {told.length > 0 ? <Notice tone="danger">上面标红的地方改好以后，再保存一次。</Notice> : null}
      <Button full large loading={busy} onPress={() => void save()}>
        保存并开始统计
      </Button>
    </Stack>
  )
}
