import { gather, partKindNames } from '@zmht/shared/applications'
import type { ApplicationContent, ApplicationPart } from '@zmht/shared/contract'
import { channelTemplates, taskTemplates } from '@zmht/shared/templates'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { noticeTemplates } from '@zmht/shared/templates/notices'
import { Button, Card, goTo, List, ListRow, Row, SearchInput, Sheet, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { blankDraft } from '../builder/service-draft'
import { SheetFlow } from '../builder/sheet/SheetFlow'
import type { Official } from '../session/official'
import { withLedgerTemplate, withNoticeTemplate, withService, withServiceTemplate, withTaskTemplate } from './adding'
import { GatherPicker } from './GatherPicker'
import type { SaidAlready } from './local-drafts'
import { newPages, partIcons, partKindDetails } from './words'

type From = ApplicationPart['kind'] | 'own' | 'sheet'
type Next = (before: ApplicationContent) => ApplicationContent

const kinds = ['service', 'ledger', 'task', 'notice'] as const

/** Another part: out of what ships, out of what the organisation has, or out of a spreadsheet in use. */
export function AddPartSheet({
  me,
  content,
  onAdd,
  onClose,
}: {
  readonly me: Official
  readonly content: ApplicationContent
  /** `said`: what is known of it with what was put in. */
  readonly onAdd: (next: Next, said?: SaidAlready) => void
  readonly onClose: () => void
}) {
  const [from, setFrom] = useState<From>()
  return (
    <Sheet open wide title="加一个部分" onClose={onClose}>
      <Stack gap={4}>
        {from === undefined ? null : (
          <Row>
            <Button variant="text" icon="back" onPress={() => setFrom(undefined)}>
              换一种
            </Button>
          </Row>
        )}
        {from === undefined ? <MadeNew /> : null}
        {from === undefined ? (
          <Card flush>
            <List label="从哪里来">
              {kinds.map((kind, index) => (
                <ListRow
                  key={kind}
                  icon={partIcons[kind]}
                  line={index > 0}
                  title={`${partKindNames[kind]}（从模板）`}
                  detail={partKindDetails[kind]}
                  onPress={() => setFrom(kind)}
                />
              ))}
              <ListRow
                icon="copy"
                line
                title="本单位现有的"
                detail="在用的服务、台账、任务、通知就是应用的一部分，不另做一份"
                onPress={() => setFrom('own')}
              />
              <ListRow
                icon="document"
                line
                title="在用的表格"
                detail="各列对到城市知识体系，变成一项服务的表单"
                onPress={() => setFrom('sheet')}
              />
            </List>
          </Card>
        ) : from === 'own' ? (
          <GatherPicker
            me={me}
            done="放进来"
            onDone={(chosen) => {
              const { left, settings } = gather(chosen, content)
              onAdd((before) => {
                const { parts, roles } = gather(chosen, before)
                return { ...before, parts: [...before.parts, ...parts], roles: [...roles] }
              }, settings)
              if (left.length > 0) toast(`没有带来：${left.join('、')}`)
            }}
          />
        ) : from === 'sheet' ? (
          <SheetFlow
            named
            doneWords="放进应用"
            onDone={(form, title) =>
              onAdd((before) =>
                withService(before, { ...blankDraft, title: title.slice(0, 20), summary: title.slice(0, 24), form }),
              )
            }
          />
        ) : (
          <Templates kind={from} onAdd={onAdd} />
        )}
      </Stack>
    </Sheet>
  )
}

/** What is like nothing that ships is made in its own builder, and then put in as what the organisation has. */
function MadeNew() {
  return (
    <Stack gap={2}>
      <Text tone="quiet">
        没有合适的模板，就先新做一份，做好以后回到这里，从“本单位现有的”放进来。这里的修改都留着。
      </Text>
      <Row gap={2} wrap>
        {kinds.map((kind) => (
          <Button key={kind} variant="quiet" icon="plus" onPress={() => goTo(newPages[kind])}>
            {`新做${partKindNames[kind]}`}
          </Button>
        ))}
      </Row>
    </Stack>
  )
}

interface Offered {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly add: Next
}

function offersOf(kind: ApplicationPart['kind']): readonly Offered[] {
  switch (kind) {
    case 'service':
      return channelTemplates.map((template) => ({
        id: template.id,
        title: template.title,
        detail: template.summary,
        add: (before) => withServiceTemplate(before, template),
      }))
    case 'ledger':
      return ledgerTemplates.map(({ id, name, about }) => ({
        id,
        title: name,
        detail: about,
        add: (before) => withLedgerTemplate(before, id),
      }))
    case 'task':
      return taskTemplates.map((template) => ({
        id: template.id,
        title: template.title,
        detail: template.basis,
        add: (before) => withTaskTemplate(before, template),
      }))
    case 'notice':
      return noticeTemplates.map(({ id, name, content }) => ({
        id,
        title: name,
        detail: content.title,
        add: (before) => withNoticeTemplate(before, id),
      }))
  }
}

/** More than these are looked for by name. */
const fewEnough = 8

function Templates({ kind, onAdd }: { readonly kind: ApplicationPart['kind']; readonly onAdd: (next: Next) => void }) {
  const [search, setSearch] = useState('')
  const offers = offersOf(kind)
  const wanted = search.trim()
  const shown = offers.filter(({ title, detail }) => `${title} ${detail}`.includes(wanted))
  return (
    <Stack gap={3}>
      {offers.length > fewEnough ? (
        <SearchInput label={`按名称找${partKindNames[kind]}模板`} value={search} onChange={setSearch} />
      ) : null}
      {shown.length === 0 ? <Text tone="quiet">没有这个名称的模板，换一个字试试。</Text> : null}
      <Card flush>
        <List label={`${partKindNames[kind]}模板`}>
          {shown.map(({ id, title, detail, add }, index) => (
            <ListRow
              key={id}
              icon={partIcons[kind]}
              line={index > 0}
              title={title}
              detail={detail}
              onPress={() => onAdd(add)}
            />
          ))}
        </List>
      </Card>
    </Stack>
  )
}
