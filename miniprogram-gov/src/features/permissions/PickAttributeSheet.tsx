import { type Attribute, sensitivities } from '@zmht/shared/knowledge'
import { searchAttributes } from '@zmht/shared/knowledge/search'
import { EmptyState, List, ListRow, SearchInput, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import type { Picked } from './draft'
import { sensitivityNames } from './words'

/** So many are shown; more words find the rest. */
const most = 40

/** One attribute of the knowledge system, found by what it means. */
export function PickAttributeSheet({
  onPick,
  onClose,
}: {
  readonly onPick: (attribute: Picked) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const [typed, setTyped] = useState('')
  const searching = typed.trim() !== ''
  const found = searching ? searchAttributes(knowledge, typed) : mostSensitive(knowledge.attributes)
  return (
    <Sheet open wide title="选择属性" onClose={onClose}>
      <Stack gap={3}>
        <SearchInput label="按意思查找属性，如病史" value={typed} onChange={setTyped} />
        {found.length === 0 ? (
          <EmptyState icon="search" title="没有找到" detail="换一种说法再试。" />
        ) : (
          <List label="找到的属性">
            {found.slice(0, most).map(({ code, name, sensitivity }, index) => (
              <ListRow
                key={code}
                line={index > 0}
                title={name}
                detail={sensitivityNames[sensitivity]}
                onPress={() => onPick({ id: code, name })}
              />
            ))}
          </List>
        )}
        {found.length > most ? (
          <Text size="small" tone="quiet">{`只列出前 ${most} 项，再写几个字缩小范围。`}</Text>
        ) : null}
      </Stack>
    </Sheet>
  )
}

/** Rules speak of single attributes mostly where much is to be kept from view. */
function mostSensitive(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes
    .filter(({ sensitivity, deprecated }) => sensitivity === sensitivities.at(-1) && deprecated === undefined)
    .slice(0, 12)
}
