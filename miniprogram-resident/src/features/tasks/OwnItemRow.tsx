import type { OwnItemCardReply } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/knowledge'
import { goTo, ListRow, Stack, Tag, Text, useNow } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { dueOf } from './words'

/** Something I am asked to fill in: what, about whom, who asks, until when. */
export function OwnItemRow({ item, line }: { readonly item: OwnItemCardReply; readonly line: boolean }) {
  const due = dueOf(item.due, dayInChina(useNow()))
  return (
    <ListRow
      line={line}
      icon={item.note === undefined ? 'edit' : 'alert'}
      title={item.note === undefined ? `请您填：${item.title}` : `请您改：${item.title}`}
      detail={
        <Stack gap={1}>
          <Text size="small">{`关于${item.about}`}</Text>
          <Text size="small" tone="quiet">{`${item.organisation} · ${due.words}`}</Text>
        </Stack>
      }
      end={due.tone === 'danger' ? <Tag tone="danger">已过期限</Tag> : undefined}
      onPress={() => goTo(pages.task, { id: item.id })}
    />
  )
}
