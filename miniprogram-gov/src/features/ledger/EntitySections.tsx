import { useRouter } from '@tarojs/taro'
import { Box, SegmentedControl, Stack, useWide } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { rememberInAddress } from '@/lib/address'

const sections = [
  { value: 'facts', label: '资料' },
  { value: 'relations', label: '关系' },
  { value: 'life', label: '经过' },
] as const
type Section = (typeof sections)[number]['value']

/** The three sides of an entity: one at a time on a phone, all beside one another on a PC. Only what is shown is read. */
export function EntitySections(parts: Readonly<Record<Section | 'answerable', ReactNode>>) {
  const wide = useWide()
  const { show } = useRouter().params
  const [open, setOpen] = useState<Section>(() => sections.find(({ value }) => value === show)?.value ?? 'facts')
  if (wide) {
    return (
      <Box className="g-entity">
        <Stack gap={6} className="g-entity__side">
          {parts.facts}
          {parts.life}
        </Stack>
        <Stack gap={6} className="g-entity__side">
          {parts.answerable}
          {parts.relations}
        </Stack>
      </Box>
    )
  }
  return (
    <Stack gap={4}>
      <SegmentedControl<Section>
        label="看什么"
        segments={sections}
        value={open}
        onChange={(next) => {
          setOpen(next)
          rememberInAddress('show', next === 'facts' ? '' : next)
        }}
      />
      {parts[open]}
      {open === 'facts' ? parts.answerable : null}
    </Stack>
  )
}
