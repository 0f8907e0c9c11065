import { AgreePrivacyButton, Button, Card, ConfirmSheet, ProblemNotice, Screen, Text } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { session } from '@/lib/session'
import { needsPrivacyAgreement } from '@/lib/wechat'
import { GuidelineText } from './GuidelineText'

/** Nothing personal is asked before the guideline in force has been read and agreed to. */
export function GuidelineGate({ guideline }: { readonly guideline: string }) {
  /** Not known until WeChat has said so: agreeing past its own button would not count for it. */
  const [wechatAsks, setWechatAsks] = useState<boolean>()
  const [busy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>()
  useEffect(() => void needsPrivacyAgreement().then(setWechatAsks), [])
  const agree = async () => {
    setBusy(true)
    setError(undefined)
    try {
      session.setMe(await api.permissions.consent({ params: { guideline } }))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Screen
      title="用户隐私保护指引"
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          {wechatAsks ? (
            <AgreePrivacyButton
              className="z-button z-button--primary z-button--full z-button--large"
              onAgree={() => void agree()}
            >
              同意并继续
            </AgreePrivacyButton>
          ) : (
            <Button full large loading={busy || wechatAsks === undefined} onPress={() => void agree()}>
              同意并继续
            </Button>
          )}
          <Button full variant="text" onPress={() => setLeaving(true)}>
            不同意
          </Button>
        </>
      }
    >
      <Text tone="quiet">使用前，请先看看我们怎样对待您的信息。</Text>
      <Card>
        <GuidelineText />
      </Card>
      <ConfirmSheet
        open={leaving}
        title="不同意就不能办事"
        consequence="没有您的同意，我们不能为您显示和办理社区服务。您会退出登录，什么都不会保存。以后随时可以再来。"
        confirm="不同意并退出"
        variant="quiet"
        onConfirm={() => session.end()}
        onClose={() => setLeaving(false)}
      />
    </Screen>
  )
}
