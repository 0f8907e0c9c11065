import { Problem } from '@zmht/shared/problems'
import { Button, Card, Heading, Notice, PhoneNumberButton, ProblemNotice, Screen, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { session } from '@/lib/session'
import { inWechat, loginCode } from '@/lib/wechat'
import { PhoneCodeForm } from './PhoneCodeForm'

export function SignIn({ expired }: { readonly expired: boolean }) {
  const [byPhone, setByPhone] = useState(!inWechat)
  return (
    <Screen title="政民互通">
      <Stack gap={2}>
        <Heading level={2} size="display">
          政务工作台
        </Heading>
        <Text tone="quiet">登录后看到的内容按您的岗位显示：待办、台账、服务和统计。</Text>
      </Stack>
      {expired ? <Notice tone="amber">登录已过期，请重新登录。已填写的内容都还在。</Notice> : null}
      <Card>{byPhone ? <PhoneCodeForm /> : <WechatSignIn onOther={() => setByPhone(true)} />}</Card>
    </Screen>
  )
}

function WechatSignIn({ onOther }: { readonly onOther: () => void }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** WeChat is not yet bound to a phone of the directory: asked once. */
  const [unbound, setUnbound] = useState(false)
  const signIn = async (phoneCode?: string) => {
    setBusy(true)
    setError(undefined)
    try {
      const code = await loginCode()
      if (!code) {
        onOther()
        return
      }
      session.start(
        await api.permissions.signInByWechat({
          body: { app: 'gov', code, ...(phoneCode === undefined ? {} : { phoneCode }) },
        }),
      )
    } catch (problem) {
      const first = problem instanceof Problem && problem.code === 'unknown-official' && phoneCode === undefined
      if (first) setUnbound(true)
      else setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack>
      {error === undefined ? null : <ProblemNotice error={error} />}
      {unbound ? (
        <>
          <Text>第一次在这个微信里登录，需要用手机号和通讯录核对一次，以后点一下就能登录。</Text>
          <PhoneNumberButton
            className="z-button z-button--primary z-button--full z-button--large"
            onCode={(phoneCode) => (phoneCode === undefined ? onOther() : void signIn(phoneCode))}
          >
            用微信手机号核对
          </PhoneNumberButton>
        </>
      ) : (
        <Button full large loading={busy} onPress={() => void signIn()}>
          微信一键登录
        </Button>
      )}
      <Button full variant="text" onPress={onOther}>
        用手机验证码登录
      </Button>
    </Stack>
  )
}
