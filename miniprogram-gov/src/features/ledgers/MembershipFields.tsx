import { type Level, levelNames, levels } from '@zmht/shared/geo'
import { type Condition, mostConditions } from '@zmht/shared/ledgers'
import { Button, Card, RadioList, Section, Select, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { ConditionBox } from './ConditionBox'
import { conditionKeys, conditionOn } from './conditions'
import type { Editing } from './LedgerEditor'
import { replaced, without } from './ledger-draft'
import { PickContentSheet } from './PickContentSheet'
import { ledgerKindWords } from './words'

const ways = [
  { value: 'rule', label: '按条件自动', detail: '符合条件的自动进来，不符合了自动出去' },
  { value: 'hand', label: '由工作人员逐个加入', detail: '加入谁、移出谁都由人决定' },
] as const

/** Below a district there is somebody to look after; above it there are too few to keep a ledger of. */
const placeLevels: readonly Level[] = levels.slice(levels.indexOf('subdistrict'))

/** Who is in the ledger: by conditions, in words, or one by one. */
export function MembershipFields({ draft, wrong, onChange, onContent }: Editing) {
  const { content } = draft
  const { kind, membership } = content
  const [picking, setPicking] = useState(false)
  /** Which condition is being filled in; the others stand there as a sentence. */
  const [open, setOpen] = useState<number>()
  const all = membership.by === 'rule' ? membership.all : []
  const keys = conditionKeys(all)
  const give = (next: readonly Condition[]) => onContent({ membership: { by: 'rule', all: next } })
  return (
    <Section title={kind === 'person' ? '登记谁' : `登记哪些${ledgerKindWords[kind].name}`}>
      <Card>
        <Stack gap={4}>
          {kind === 'place' ? (
            <Select
              label="登记哪一级地点"
              options={placeLevels.map((value) => ({ value, label: levelNames[value] }))}
              value={content.level}
              error={wrong('level')}
              onChange={(level) => {
                const { level: _former, ...rest } = content
                onChange({ content: level === undefined ? rest : { ...rest, level } })
              }}
            />
          ) : null}
          <RadioList
            label="怎样进到台账里"
            options={ways}
            value={membership.by}
            onChange={(by) => onContent({ membership: by === 'hand' ? { by } : { by, all } })}
          />
          {membership.by === 'hand' ? null : (
            <Stack gap={2}>
              {all.length === 0 ? (
                <Text tone="quiet">{`还没有条件：范围内登记过的${ledgerKindWords[kind].name}都在里面。`}</Text>
              ) : null}
              {all.map((condition, at) => (
                <ConditionBox
                  key={keys[at]}
                  condition={condition}
                  first={at === 0}
                  open={open === at}
                  error={wrong(`conditions.${at}`)}
                  onOpen={() => setOpen(open === at ? undefined : at)}
                  onChange={(next) => give(replaced(all, at, next))}
                  onRemove={() => {
                    give(without(all, at))
                    setOpen(undefined)
                  }}
                />
              ))}
              {all.length < mostConditions ? (
                <Button variant="quiet" icon="plus" onPress={() => setPicking(true)}>
                  {all.length === 0 ? '加一个条件' : '再加一个条件'}
                </Button>
              ) : (
                <Text size="small" tone="quiet">{`最多 ${mostConditions} 个条件。`}</Text>
              )}
            </Stack>
          )}
        </Stack>
      </Card>
      {picking ? (
        <PickContentSheet
          title="按什么来分"
          kind={kind}
          onPick={(content) => {
            give([...all, conditionOn(content)])
            setOpen(all.length)
            setPicking(false)
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Section>
  )
}
