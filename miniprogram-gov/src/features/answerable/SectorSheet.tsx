import { generalSector } from '@zmht/shared/answerable/sector'
import type { SupervisionReply } from '@zmht/shared/contract'
import { Button, Notice, ProblemNotice, Select, Sheet, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { OrganisationField } from '../directory/OrganisationField'
import type { NamedOrganisation } from '../directory/useDirectorySearch'

type Rule = Pick<SupervisionReply['rules'][number], 'attribute' | 'code' | 'organisation'>

/** Names the department that supervises one sector. */
export function SectorSheet({
  rules,
  busy,
  error,
  onAdd,
  onClose,
}: {
  readonly rules: readonly Rule[]
  readonly busy: boolean
  readonly error: unknown
  readonly onAdd: (rule: Rule) => void
  readonly onClose: () => void
}) {
  const knowledge = useKnowledge()
  const divisions = (['organisation', 'thing'] as const)
    .flatMap((kind) => knowledge.attributesOf(kind))
    .filter(({ value, deprecated }) => value.type === 'code' && deprecated === undefined)
  const [attribute, setAttribute] = useState<string | undefined>(generalSector)
  const [code, setCode] = useState<string>()
  const [organisation, setOrganisation] = useState<NamedOrganisation>()
  const [wrong, setWrong] = useState<{ readonly attribute?: string; readonly code?: string; readonly who?: string }>({})
  const value = divisions.find((one) => one.code === attribute)?.value
  const isFree = (one: string): boolean => !rules.some((rule) => rule.attribute === attribute && rule.code === one)
  const items = value?.type === 'code' ? value.items.filter((item) => isFree(item.code)) : []
  const add = () => {
    const missing = {
      ...(attribute === undefined ? { attribute: '请选择按什么分' } : {}),
      ...(code === undefined ? { code: '请选择行业' } : {}),
      ...(organisation === undefined ? { who: '请选择主管部门' } : {}),
    }
    setWrong(missing)
    if (attribute === undefined || code === undefined || organisation === undefined) return
    onAdd({ attribute, code, organisation })
  }
  return (
    <Sheet
      open
      title="指定行业主管"
      onClose={onClose}
      footer={
        <Button full loading={busy} onPress={add}>
          {organisation === undefined ? '指定主管部门' : `由${organisation.name}主管`}
        </Button>
      }
    >
      <Stack gap={4}>
        <Notice>一般按行业门类指定。食品、学校、养老这样有专门主管的，按更细的分类另外指定，会优先采用。</Notice>
        <Select
          label="按什么分"
          options={divisions.map((one) => ({
            value: one.code,
            label: one.of === 'thing' ? `物品的${one.name}` : one.name,
          }))}
          value={attribute}
          onChange={(next) => {
            setAttribute(next)
            setCode(undefined)
          }}
          error={wrong.attribute}
        />
        <Select
          label="行业"
          options={items.map((item) => ({ value: item.code, label: item.name }))}
          value={code}
          onChange={setCode}
          error={wrong.code}
        />
        <OrganisationField label="主管部门" value={organisation} onChange={setOrganisation} error={wrong.who} />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
