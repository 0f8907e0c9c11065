import type { NoticeReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Card, KeyValue, Loaded, Section, Stack, Text, useResource } from '@zmht/shared/ui'
import { Numbers } from '../home/Numbers'
import { reachKey, reachOf } from './resources'

/** Whom it would reach, before it goes. */
export function Reach({ notice: { content } }: { readonly notice: NoticeReply }) {
  const loaded = useResource(reachOf, reachKey(content))
  return (
    <Section title="会发给多少人">
      <Loaded of={loaded}>
        {({ people, accounts, doors, unreached, places, atMost, inLedger }) => (
          <Stack gap={3}>
            <Numbers
              label="会发给多少人"
              figures={[
                { key: 'people', label: '登记居住', value: String(people), tone: 'accent' },
                { key: 'accounts', label: '有账号', value: String(accounts) },
                {
                  key: 'unreached',
                  label: '大约发不到',
                  value: String(unreached),
                  tone: unreached > 0 ? 'danger' : 'ink',
                },
                { key: 'doors', label: '户', value: String(doors) },
              ]}
            />
            {atMost ? (
              <Text tone="quiet">
                {inLedger === undefined
                  ? '数字是那里的所有人，只有符合条件的收得到。'
                  : `数字是那里的所有人；台账里有 ${inLedger} 人，只有他们收得到。`}
              </Text>
            ) : null}
            {unreached > 0 ? (
              <Text tone="quiet">发不到的没有账号。发布后可以列出名单，交给工作人员打电话或上门。</Text>
            ) : null}
            {places.length > 1 ? (
              <Card>
                <KeyValue
                  rows={places.map((place) => ({
                    key: shortName(place),
                    value: `${place.people} 人，${place.doors} 户，${place.accounts} 个账号`,
                  }))}
                />
              </Card>
            ) : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
