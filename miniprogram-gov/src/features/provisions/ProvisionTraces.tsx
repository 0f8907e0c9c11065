import type { ProvisionReply } from '@zmht/shared/contract'
import { Card, formatExact, List, ListRow, Section, Text } from '@zmht/shared/ui'
import { stepWords } from './words'

/** Who looked, and everything that happened to an ask. */
export function ProvisionTraces({ one }: { readonly one: ProvisionReply }) {
  return (
    <>
      {one.history.some(({ step }) => step === 'approve') ? (
        <Section title="谁看过">
          <Card flush={one.looks.length > 0}>
            {one.looks.length === 0 ? (
              <Text tone="quiet">还没有人看过。</Text>
            ) : (
              <List label="谁看过">
                {one.looks.map(({ who, times, last }, at) => (
                  <ListRow
                    key={who}
                    line={at > 0}
                    icon="eye"
                    title={`${who} 看了 ${times} 次`}
                    detail={`最近一次 ${formatExact(last)}`}
                  />
                ))}
              </List>
            )}
          </Card>
        </Section>
      ) : null}
      <Section title="经过">
        <Card flush>
          <List label="经过">
            {[...one.history].reverse().map(({ step, at, who, reason }, position) => (
              <ListRow
                key={`${step}${at}`}
                line={position > 0}
                icon="clock"
                title={`${who} ${stepWords[step]}`}
                detail={`${formatExact(at)}${reason === undefined ? '' : ` · ${reason}`}`}
              />
            ))}
          </List>
        </Card>
      </Section>
    </>
  )
}
