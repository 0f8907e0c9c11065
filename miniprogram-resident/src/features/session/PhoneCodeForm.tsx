import { readMobile } from '@zmht/shared/knowledge'
import { Button, ProblemNotice, Stack, TextInput } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** A phone number proved by a code sent to it. */
export function PhoneCodeForm({
  submit,
  onSubmit,
}: {
  readonly submit: string
  readonly onSubmit: (phone: string, code: string) => Promise<void>
}) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [wait, setWait] = useState(0)
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState<'code' | 'submit'>()
  const [wrong, setWrong] = useState<{ readonly phone?: string; readonly code?: string }>({})
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])

  const attempt = async (what: 'code' | 'submit', work: (mobile: string) => Promise<void>) => {
    const mobile = readMobile(phone)
    setError(undefined)
    if (!mobile.ok) {
      setWrong({ phone: mobile.message })
      return
    }
    setWrong({})
    setBusy(what)
    try {
      await work(mobile.value)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  const send = () =>
    attempt('code', async (mobile) => {
      const { resendAfter } = await api.permissions.sendPhoneCode({ body: { app: 'resident', phone: mobile } })
      setSent(true)
      setWait(resendAfter)
    })
  const go = () =>
    attempt('submit', async (mobile) => {
      if (!/^\d{6}$/.test(code)) {
        setWrong({ code: '请填写短信里的 6 位数字' })
        return
      }
      await onSubmit(mobile, code)
    })

  return (
    <Stack gap={4}>
      <TextInput
        label="手机号"
        kind="phone"
        maxLength={11}
        value={phone}
        onChange={setPhone}
        error={wrong.phone}
        placeholder="11 位手机号"
      />
      <Button variant="quiet" full loading={busy === 'code'} disabled={wait > 0} onPress={() => void send()}>
        {wait > 0 ? `${wait} 秒后可重新获取` : sent ? '重新获取验证码' : '获取验证码'}
      </Button>
      <TextInput
        label="验证码"
        kind="code"
        maxLength={6}
        value={code}
        onChange={setCode}
        error={wrong.code}
        hint={sent ? '验证码已发到您的手机，几分钟内有效。' : undefined}
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy === 'submit'} onPress={() => void go()}>
        {submit}
      </Button>
    </Stack>
  )
}
