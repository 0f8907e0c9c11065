import type { EffectsReply } from '@zmht/shared/contract'
import { KeyValue, Notice, Stack, Text } from '@zmht/shared/ui'
import { applicationsIn } from './effects'
import { weightNames } from './names'

/** What all changes together come to: the version, how heavy, how many applications, and what stands in the way. */
export function EffectsSummary({ now, effects }: { readonly now: string; readonly effects: EffectsReply }) {
  const { named, others } = applicationsIn(effects)
  return (
    <Stack gap={3}>
      <KeyValue
        rows={[
          { key: '版本', value: `${now} → ${effects.version}` },
          { key: '分量', value: weightNames[effects.weight] },
          {
            key: '受影响',
            value: named + others === 0 ? '没有应用' : `${named + others} 个应用`,
          },
        ]}
      />
      {effects.problems.length === 0 ? null : (
        <Notice tone="amber" title="现在这样还不能发布">
          <Stack gap={1}>
            {effects.problems.map(({ at, message }) => (
              <Text key={`${at} ${message}`}>{`第 ${at + 1} 处：${message}`}</Text>
            ))}
          </Stack>
        </Notice>
      )}
    </Stack>
  )
}
