import { useRouter } from '@tarojs/taro'
import { checkForm } from '@zmht/shared/controls'
import { Button, goBack, Notice, Screen, Text } from '@zmht/shared/ui'
import { useEffect, useReducer, useState } from 'react'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { type KeptTask, taskDrafts } from '../tasks/local-drafts'
import { BuilderLayout } from './BuilderLayout'
import { build, startBuilder } from './builder-state'
import { ruleGaps } from './rule-gaps'
import { useFormBuilder } from './useFormBuilder'

/** What is asked of each item of a task: put together here, kept with the task's draft on this device. */
export function TaskFormPage() {
  return <Gate>{(me) => <Open me={me} />}</Gate>
}

function Open({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  // Read once: what is put together here is what is kept.
  const [kept] = useState(() => taskDrafts.kept(id, me.id))
  return kept === undefined ? (
    <Screen title="要填的内容" back={pages.work}>
      <Notice title="这台设备上没有这张表">它只留在开始写的那台设备上。请回到任务页重新打开。</Notice>
    </Screen>
  ) : (
    <Opened me={me} kept={kept} />
  )
}

function Opened({ me, kept }: { readonly me: Official; readonly kept: KeptTask }) {
  const { id, draft } = kept
  const [state, dispatch] = useReducer(build<KeptTask['draft']>, draft, startBuilder<KeptTask['draft']>)
  const { form } = state.present
  useEffect(() => taskDrafts.keep({ ...kept, draft: { ...kept.draft, form } }), [kept, form])
  const builder = useFormBuilder(me, { id, state, dispatch, first: undefined })
  const problems = [...checkForm(builder.knowledge, form, 'target'), ...ruleGaps(form)]
  return (
    <BuilderLayout
      builder={builder}
      problems={form.controls.length === 0 ? [] : problems}
      title="要填的内容"
      heading={draft.title || '任务'}
      summary={draft.basis}
      back={pages.work}
      look="填的时候的样子"
      state={
        <Text size="small" tone="quiet">
          改动随时留在这台设备上，回到任务页再保存。
        </Text>
      }
      buttons={
        <Button full icon="check" onPress={() => goBack(pages.work)}>
          {problems.length > 0 && form.controls.length > 0 ? `好了（还有 ${problems.length} 处要改）` : '好了'}
        </Button>
      }
    />
  )
}
