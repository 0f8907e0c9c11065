import { Button, Card, goTo, Heading, Notice, ProblemNotice, Screen, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { session } from '@/lib/session'
import { inWechat, loginCode } from '@/lib/wechat'
import { PhoneCodeForm } from './PhoneCodeForm'

export function SignIn({
  expired,
  fromApp,
}: {
  readonly expired: boolean
  /** Why the identity of the App they came from was not taken. */
  readonly fromApp: unknown
}) {
  const [byPhone, setByPhone] = useState(!inWechat)
  return (
    <Screen title="政民互通">
      <Stack gap={2}>
        <Heading level={2} size="display">
          社区的事，一处办好
        </Heading>
        <Text tone="quiet">看到您所在社区的服务，填过的内容不用再填，每一步进展都会告诉您。</Text>
      </Stack>
      {fromApp === undefined ? null : <ProblemNotice error={fromApp} />}
      {expired && fromApp === undefined ? (
        <Notice tone="amber">登录已过期，请重新登录。已填写的内容都还在。</Notice>
      ) : null}
      <Card>
        {byPhone ? (
          <PhoneCodeForm
            submit="登录"
            onSubmit={async (phone, code) => {
              session.start(await api.permissions.signInByPhone({ body: { app: 'resident', phone, code } }))
            }}
          />
        ) : (
          <WechatSignIn onOther={() => setByPhone(true)} />
        )}
      </Card>
      <Button variant="text" onPress={() => goTo(pages.privacy)}>
        先看看《用户隐私保护指引》
      </Button>
    </Screen>
  )
}

function WechatSignIn({ onOther }: { readonly onOther: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const signIn = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const code = await loginCode()
      if (code) session.start(await api.permissions.signInByWechat({ body: { app: 'resident', code } }))
      else onOther()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void signIn()}>
        微信一键登录
      </Button>
      <Button full variant="text" onPress={onOther}>
        用手机验证码登录
      </Button>
    </Stack>
  )
}
