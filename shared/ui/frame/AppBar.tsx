import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Box } from '../primitives/Box'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Heading } from '../primitives/Text'
import { goBack } from './go'

/** The bar on top on h5, which has none of its own: way back, title, actions. */
export function AppBar({
  title,
  back,
  actions,
  wide,
}: {
  readonly title: string
  readonly back?: string | undefined
  readonly actions?: ReactNode
  readonly wide?: boolean
}) {
  return (
    <Box as="header" className="z-app-bar">
      <Box className={cx('z-app-bar__inner', wide && 'z-app-bar__inner--wide')}>
        {back === undefined ? null : (
          <Pressable className="z-app-bar__back" onPress={() => goBack(back)}>
            <Icon name="back" />
            返回
          </Pressable>
        )}
        <Heading level={1} className="z-app-bar__title">
          {title}
        </Heading>
        {actions ? <Box className="z-app-bar__actions">{actions}</Box> : null}
      </Box>
    </Box>
  )
}
