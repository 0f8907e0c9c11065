import { actionNames, actions, resourceKinds } from '@zmht/shared/permission'
import { Button, Card, KeyValue, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { CopyRow } from '../frame/CopyRow'
import { kindCodes } from '../permissions/words'
import { type Official, territoriesOf } from '../session/official'
import { evaluationExample, interfaceAddress, otherQuestions, tokenExample, tokenMinutes } from './words'

const codes = (names: Readonly<Record<string, string>>, of: readonly string[]) =>
  of.map((code) => ({ key: code, value: names[code] ?? code }))

/** How the engineers of a system ask, folded: it concerns them alone. */
export function Guide({ me }: { readonly me: Official }) {
  const [open, setOpen] = useState(false)
  const address = interfaceAddress(ZMHT_API_URL, process.env.TARO_ENV === 'h5' ? window.location.origin : '')
  const place = territoriesOf(me)[0]?.id ?? '地点编号'
  return (
    <Section title="给对方工程师的说明">
      <Card>
        <Stack gap={4}>
          <Text tone="quiet">
            接口按 OpenID AuthZEN 1.0 标准。先用系统编号和密钥领令牌，再带着令牌问。下面的例子可以直接复制。
          </Text>
          <Row>
            <Button variant="quiet" icon={open ? 'up' : 'down'} expanded={open} onPress={() => setOpen(!open)}>
              {open ? '收起地址和例子' : '展开地址和例子'}
            </Button>
          </Row>
          {open ? (
            <>
              <CopyRow label="领令牌的地址" value={`${address}/access/v1/token`} />
              <CopyRow label="领令牌的例子" value={tokenExample(address)} />
              <Text size="small" tone="quiet">
                {`回答里的 access_token 就是令牌，${tokenMinutes} 分钟内有效，到期再领。`}
              </Text>
              <CopyRow label="问一次的地址" value={`${address}/access/v1/evaluation`} />
              <CopyRow label="问一次的例子" value={evaluationExample(address, me.id, place)} />
              <Text size="small" tone="quiet">
                回答里 decision 为 true 就是可以，context
                里有依据的规则。例子问的是您本人能不能查看您管理的地点的台账。对象不是地点、单位或服务时，要在 resource
                的 properties.place 里写明在哪个地点，否则一律回答不可以。
              </Text>
              <Asking
                title="还可以这样问"
                rows={otherQuestions.map(({ path, means }) => ({ key: path, value: means }))}
              />
              <Asking title="action 的 name" rows={codes(actionNames, actions)} />
              <Asking title="resource 的 type" rows={codes(resourceKinds, kindCodes)} />
            </>
          ) : null}
        </Stack>
      </Card>
    </Section>
  )
}

function Asking({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
}) {
  return (
    <Stack gap={1}>
      <Text strong>{title}</Text>
      <KeyValue rows={rows} />
    </Stack>
  )
}
