import { mostFilters } from '@zmht/shared/ledgers'
import { Box, Button, Card, Field, RemovableTag, Section, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { mayFilter } from './contents'
import type { Editing } from './LedgerEditor'
import { PickContentSheet } from './PickContentSheet'

/** What long lists are narrowed by. */
export function FilterFields({ draft, wrong, onContent }: Editing) {
  const knowledge = useKnowledge()
  const { kind, filters } = draft.content
  const [picking, setPicking] = useState(false)
  const nameOf = (code: string) => knowledge.attribute(code)?.name ?? '已不再使用的内容'
  const error = wrong('filters') ?? filters.map((_, at) => wrong(`filters.${at}`)).find((one) => one !== undefined)
  return (
    <Section title="常用筛选">
      <Card>
        <Field
          label={`筛选，最多 ${mostFilters} 个`}
          hint="只能是从几个选项里选的内容，或者是与否。几百万条也能马上筛出来，统计里也会按它分组。"
          error={error}
          group
        >
          {() => (
            <Stack gap={2}>
              {filters.length === 0 ? null : (
                <Box role="group" label="已选的筛选" className="z-removables">
                  {filters.map((code) => (
                    <RemovableTag
                      key={code}
                      onRemove={() => onContent({ filters: filters.filter((one) => one !== code) })}
                    >
                      {nameOf(code)}
                    </RemovableTag>
                  ))}
                </Box>
              )}
              {filters.length < mostFilters ? (
                <Box>
                  <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
                    加一个筛选
                  </Button>
                </Box>
              ) : null}
            </Stack>
          )}
        </Field>
      </Card>
      {picking ? (
        <PickContentSheet
          title="按什么筛选"
          kind={kind}
          accepts={(content) => mayFilter(content, kind) && !filters.includes(content.key)}
          onPick={(content) => {
            onContent({ filters: [...filters, content.key] })
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Section>
  )
}
