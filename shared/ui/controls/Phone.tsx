import { useState } from 'react'
import { readMobile, readPhone } from '../../knowledge'
import { Stack } from '../primitives/Stack'
import { TextInput } from '../primitives/TextInput'
import { answerOf, type ControlProps, textOf, wordsOf } from './control'
import { WechatPhone } from './WechatPhone'

/** Eleven digits are a whole mobile number, with or without +86 before them. */
function isComplete(text: string): boolean {
  return text.replace(/^(\+86|0086)/, '').replace(/\D/g, '').length >= 11
}

/** A mobile number, checked as typed; where the attribute takes any telephone, landlines with their area code too. */
export function PhoneControl(props: ControlProps) {
  const [left, setLeft] = useState(false)
  const type = props.answering?.value
  const landlines = type?.type === 'identifier' && type.scheme === 'phone'
  const text = textOf(props.value)
  const reading = text === '' ? undefined : landlines ? readPhone(text) : readMobile(text)
  // A landline has no one length to be complete at.
  const wrong = reading && !reading.ok && (left || (!landlines && isComplete(text))) ? reading.message : undefined
  const { wechatPhone } = props.around
  return (
    <Stack gap={2}>
      <TextInput
        {...wordsOf(props)}
        error={wrong ?? props.error}
        // The keyboard of digits lacks the dash before an extension.
        kind={landlines ? 'text' : 'phone'}
        placeholder={landlines ? '手机号，或带区号的座机号' : undefined}
        maxLength={landlines ? 30 : 20}
        value={text}
        onChange={(typed) => props.onChange(answerOf(landlines ? typed : typed.replace(/[\s-]/g, '')))}
        onBlur={() => setLeft(true)}
      />
      {process.env.TARO_ENV === 'weapp' && wechatPhone ? (
        <WechatPhone numberOf={wechatPhone} onNumber={props.onChange} />
      ) : null}
    </Stack>
  )
}
