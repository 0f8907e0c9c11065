import type { ItemReply } from '@zmht/shared/contract'
import { type AnswerProblem, validateAnswers } from '@zmht/shared/controls'
import {
  answerAnchor,
  Button,
  FormView,
  goBack,
  goOnTo,
  Notice,
  nowInstant,
  Stack,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useRef, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import type { Unsent } from '@/lib/offline/queue'
import { bringIntoSight } from '../ledgers/into-sight'
import { beginItem, type ItemDraft } from './begin'
import { type Offline, useUnsent } from './offline'
import { settlePage } from './pages'
import { useItemFiles } from './useItemFiles'

/** How long somebody at a door waits for an answer before it goes on by itself, in milliseconds. */
const patience = 4000

/** The form of an item. What is handed in is first kept on this device, then sent: now, or when there is a network. */
export function FillIn({ item, offline }: { readonly item: ItemReply; readonly offline: Offline }) {
  const knowledge = useKnowledge()
  const { form, prefill, id } = item
  const { drafts, queue } = offline
  const { entries } = useUnsent(offline)
  const unsent = entries.filter((one) => one.item === id).at(-1)
  const [draft, setDraft] = useState<ItemDraft>(
    () => drafts.of(id) ?? (unsent === undefined ? beginItem(knowledge, item) : draftOf(unsent)),
  )
  const [problems, setProblems] = useState<readonly AnswerProblem[]>([])
  const [waits, setWaits] = useState(false)
  const [busy, setBusy] = useState(false)
  const { files, asking } = useItemFiles(offline, id)
  const onTheirWay = files.useUnsent()
  const under = useRef(false)
  const now = useNow()
  const handIn = async () => {
    const { name, place, task } = item
    const { answers, began, base, formVersion } = draft
    const entry = await queue.add({ item: id, name, place, title: task.title, answers, began, base, formVersion })
    drafts.forget(id)
    await Promise.race([offline.sync(), new Promise((resolve) => setTimeout(resolve, patience))])
    const left = queue.view.get().entries.find((one) => one.id === entry)
    if (left?.state.is === 'differs') return goOnTo(settlePage, { id: entry })
    // The reason stands on the page, above what was filled in.
    if (left?.state.is === 'refused') return
    toast(left === undefined ? handedIn(item) : '已存在这台设备上，有网络后自动提交')
    goBack(pages.work)
  }
  const submit = async () => {
    const wrong = validateAnswers(knowledge, form, draft.answers, { at: nowInstant(), prefilled: prefill })
    setProblems(wrong)
    const [first] = wrong
    if (first !== undefined) bringIntoSight(answerAnchor(first))
    setWaits(onTheirWay > 0)
    if (wrong.length > 0 || onTheirWay > 0 || under.current) return
    under.current = true
    setBusy(true)
    await handIn().finally(() => {
      under.current = false
      setBusy(false)
    })
  }
  return (
    <Stack gap={4}>
      <FormView
        knowledge={knowledge}
        form={form}
        prefill={prefill}
        draft={draft}
        onChange={(changed) => {
          const next = { ...draft, ...changed }
          setDraft(next)
          drafts.keep(next)
          setProblems([])
        }}
        problems={problems}
        around={{ places: offline.places, startIn: undefined, files }}
        now={now}
        ofOthers
      />
      {asking}
      {waits && onTheirWay > 0 ? (
        <Notice tone="amber">{`还有 ${onTheirWay} 个照片或文件没有存好，请稍等，或移除没有成功的，再提交。`}</Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice tone="danger">{`还有 ${problems.length} 处要改，请看上面标出的地方。`}</Notice>
      ) : null}
      <Button full large loading={busy} onPress={() => void submit()}>
        {item.state === 'done' || item.state === 'answered' ? '更正并提交' : '提交'}
      </Button>
      {item.task.done === 'checked' ? (
        <Text size="small">提交后先进“待核实”，由同事或上级单位核实后才算完成。</Text>
      ) : null}
      <Text size="small" tone="quiet">
        {offline.lasting
          ? '填的内容加密存在这台设备上。没有网络也可以提交，有网络后自动送出。'
          : '这台设备不能安全地保存内容，请有网络时填报，填完再关闭。'}
      </Text>
    </Stack>
  )
}

/** What follows once it has arrived. */
const handedIn = ({ task }: ItemReply): string =>
  task.done === 'checked' ? '已提交，等别人核实后算完成' : '已提交，台账和各级的数字随即更新'

const draftOf = ({ item, answers, began, base, formVersion }: Unsent): ItemDraft => ({
  id: item,
  answers,
  confirmed: [],
  began,
  base,
  formVersion,
})
