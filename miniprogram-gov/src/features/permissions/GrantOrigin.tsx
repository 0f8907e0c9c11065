import type { GrantReply } from '@zmht/shared/contract'
import { Card, formatExact, KeyValue, Section } from '@zmht/shared/ui'

/** Who made a rule what it is, when and why. */
export function GrantOrigin({ grant }: { readonly grant: GrantReply }) {
  const { by, at, reason, edition } = grant
  return (
    <Section title="谁定的">
      <Card>
        <KeyValue
          rows={[
            { key: '由谁', value: by?.name ?? (grant.standard ? '随系统提供' : '没有记录') },
            ...(at === undefined ? [] : [{ key: '什么时候', value: formatExact(at) }]),
            ...(reason === undefined ? [] : [{ key: '原因', value: reason }]),
            ...(edition === 0 ? [] : [{ key: '版本', value: `第 ${edition} 版` }]),
          ]}
        />
      </Card>
    </Section>
  )
}
