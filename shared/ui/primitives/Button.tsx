import { cx } from '../classes'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'
import { Text } from './Text'

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'text' | 'text-danger'

export interface ButtonProps {
  readonly children: string
  readonly onPress: () => void
  readonly variant?: ButtonVariant
  readonly icon?: IconName | undefined
  /** Turning while work is under way; pressing again does nothing. */
  readonly loading?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly full?: boolean | undefined
  readonly large?: boolean | undefined
  readonly label?: string | undefined
  readonly pressed?: boolean | undefined
  readonly expanded?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    variant = 'primary',
    icon,
    loading,
    disabled,
    full,
    large,
    label,
    pressed,
    expanded,
  } = props
  return (
    <Pressable
      onPress={onPress}
      disabled={disabled || loading}
      label={label}
      pressed={pressed}
      expanded={expanded}
      className={cx('z-button', `z-button--${variant}`, full && 'z-button--full', large && 'z-button--large')}
    >
      {loading ? <Box hidden className="z-spinner" /> : icon ? <Icon name={icon} /> : null}
      <Text inline className="z-button__words">
        {children}
      </Text>
    </Pressable>
  )
}
