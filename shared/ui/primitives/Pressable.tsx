import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cx } from '../classes'

export interface PressableProps {
  readonly onPress: () => void
  readonly className?: string | undefined
  /** Read instead of the content, when the content alone does not say what happens. */
  readonly label?: string | undefined
  readonly disabled?: boolean | undefined
  /** For a choice that stays pressed. */
  readonly pressed?: boolean | undefined
  /** The current one of several pages or tabs. */
  readonly current?: boolean | undefined
  readonly expanded?: boolean | undefined
  readonly role?: 'radio' | 'tab' | undefined
  readonly children: ReactNode
}

/** Anything that can be pressed: a `<button>` on h5, a view with the role of one on weapp. At least 44 px high. */
export function Pressable({
  onPress,
  className,
  label,
  disabled,
  pressed,
  current,
  expanded,
  role,
  children,
}: PressableProps) {
  const classes = cx('z-pressable', className, disabled && 'z-pressable--off')
  if (process.env.TARO_ENV === 'h5') {
    const aria = {
      role,
      'aria-label': label,
      'aria-checked': role === 'radio' ? pressed === true : undefined,
      'aria-pressed': role === undefined ? pressed : undefined,
      'aria-current': current ? ('page' as const) : undefined,
      'aria-expanded': expanded,
    }
    return (
      <button type="button" className={classes} disabled={disabled} onClick={onPress} {...aria}>
        {children}
      </button>
    )
  }
  return (
    <View
      className={classes}
      ariaRole={role ?? 'button'}
      {...(label ? { ariaLabel: label } : {})}
      {...(disabled ? {} : { onClick: onPress })}
    >
      {children}
    </View>
  )
}

/** WeChat's own phone number button; only weapp has it. `onCode` gets the code the server exchanges, or nothing if refused. */
export function PhoneNumberButton({
  className,
  onCode,
  children,
}: {
  readonly className?: string
  readonly onCode: (code: string | undefined) => void
  readonly children: ReactNode
}) {
  return (
    <Button
      className={cx('z-pressable', className)}
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => onCode(event.detail.code)}
    >
      {children}
    </Button>
  )
}

/** WeChat's own agreement to the privacy guideline; only weapp has it. `onAgree` is called once WeChat has noted it. */
export function AgreePrivacyButton({
  className,
  onAgree,
  children,
}: {
  readonly className?: string
  readonly onAgree: () => void
  readonly children: ReactNode
}) {
  return (
    <Button
      id="agree-privacy"
      className={cx('z-pressable', className)}
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Button>
  )
}
