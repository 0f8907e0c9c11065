import { useState } from 'react'
import { PhoneNumberButton } from '../primitives/Pressable'
import { Text } from '../primitives/Text'

/** The phone number WeChat knows instead of one typed. Only weapp has it. */
export function WechatPhone({
  numberOf,
  onNumber,
}: {
  readonly numberOf: (code: string) => Promise<string>
  readonly onNumber: (number: string) => void
}) {
  const [failed, setFailed] = useState(false)
  const run = async (code: string | undefined) => {
    // Refused in WeChat's own dialog: nothing went wrong, the number is typed instead.
    if (code === undefined) return
    setFailed(false)
    try {
      onNumber(await numberOf(code))
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <PhoneNumberButton className="z-button z-button--quiet" onCode={(code) => void run(code)}>
        用微信手机号
      </PhoneNumberButton>
      {failed ? (
        <Text size="small" tone="danger">
          没有取到微信手机号，请直接填写
        </Text>
      ) : null}
    </>
  )
}
