import { mintChannelId } from '@zmht/shared/contract'
import type { Form } from '@zmht/shared/controls'
import { goOnTo, Heading, Stack, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../../frame/OfficialScreen'
import { Gate } from '../../session/Gate'
import type { Official } from '../../session/official'
import { keepLocalDraft } from '../local-draft'
import { blankDraft } from '../service-draft'
import { SheetFlow } from './SheetFlow'

export function FromSheetPage() {
  return <Gate>{(me) => <FromSheet me={me} />}</Gate>
}

/** A new service out of a spreadsheet somebody uses already. */
function FromSheet({ me }: { readonly me: Official }) {
  const done = (form: Form, title: string) => {
    const id = mintChannelId()
    // The builder opens with what is kept here: nothing is lost on the way.
    keepLocalDraft(id, { draft: { ...blankDraft, title, form }, unsaved: true })
    goOnTo(pages.build, { id })
  }
  return (
    <OfficialScreen me={me} title="从表格新建服务" current={pages.channels} back={pages.newService}>
      <Stack gap={4}>
        <Stack gap={1}>
          <Heading level={2} size="title">
            从在用的表格开始
          </Heading>
          <Text tone="quiet">各列按意思对到城市知识体系，对好就是一张表单。居民已有的资料会自动填好。</Text>
        </Stack>
        <SheetFlow named doneWords="生成表单" onDone={done} />
      </Stack>
    </OfficialScreen>
  )
}
