import type { ReactNode } from 'react'
import { cx } from '../classes'
import { Box } from '../primitives/Box'
import { Icon, type IconName } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Badge } from '../primitives/Tag'
import { Text } from '../primitives/Text'
import { goToTop } from './go'

export interface NavigationEntry {
  /** Page route without the leading slash, e.g. `pages/services/index`. */
  readonly page: string
  readonly label: string
  readonly icon: IconName
  readonly badge?: number
  /** Only at the side of wide screens: there is no room for it at the bottom of a phone. */
  readonly side?: true
}

export interface Navigation {
  /** Shown above the side navigation. */
  readonly brand: string
  readonly entries: readonly NavigationEntry[]
}

interface NavigationProps {
  readonly navigation: Navigation
  readonly current?: string | undefined
}

/** Navigation at the bottom of top-level pages on a phone, the same on both builds. */
export function TabBar({ navigation, current }: NavigationProps) {
  return (
    <Box as="nav" label="主导航" className="z-tab-bar">
      <Box className="z-tab-bar__inner">
        {navigation.entries.flatMap((entry) => {
          if (entry.side) return []
          const on = entry.page === current
          return (
            <Pressable
              key={entry.page}
              current={on}
              className={cx('z-tab-bar__tab', on && 'z-tab-bar__tab--on')}
              onPress={() => (on ? undefined : goToTop(entry.page))}
            >
              <Icon name={entry.icon} />
              {entry.label}
              {entry.badge ? (
                <Box className="z-tab-bar__badge">
                  <Badge count={entry.badge} label="项待看" />
                </Box>
              ) : null}
            </Pressable>
          )
        })}
      </Box>
    </Box>
  )
}

/** The same navigation at the side of wide screens. */
export function SideNav({ navigation, current, foot }: NavigationProps & { readonly foot?: ReactNode }) {
  return (
    <Box as="nav" label="主导航" className="z-side-nav">
      <Box className="z-side-nav__brand">
        <Text size="large" strong tone="accent">
          {navigation.brand}
        </Text>
      </Box>
      {navigation.entries.map((entry) => {
        const on = entry.page === current
        return (
          <Pressable
            key={entry.page}
            current={on}
            className={cx('z-side-nav__item', on && 'z-side-nav__item--on')}
            onPress={() => goToTop(entry.page)}
          >
            <Icon name={entry.icon} />
            <Box className="z-grow">{entry.label}</Box>
            {entry.badge ? <Badge count={entry.badge} label="项待看" /> : null}
          </Pressable>
        )
      })}
      <Box className="z-side-nav__grow" />
      {foot}
    </Box>
  )
}
