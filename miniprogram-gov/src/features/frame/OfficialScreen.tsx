import { Box, Screen, type ScreenProps, Stack, Text, useWide } from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { navigationFor } from '@/lib/navigation'
import { FindBox } from '../find/FindBox'
import type { Official } from '../session/official'

type Props = Omit<ScreenProps, 'navigation' | 'sideFoot' | 'layout'> & { readonly me: Official }

/** The frame of every page: the entries the posts allow, and on a PC who is signed in. */
export function OfficialScreen({ me, actions, ...screen }: Props) {
  const wide = useWide()
  return (
    <Screen
      {...screen}
      actions={wide ? <Header>{actions}</Header> : actions}
      layout="wide"
      navigation={navigationFor(me.actions)}
      sideFoot={<Who me={me} />}
    />
  )
}

/** What a page can do, and on a PC the box that finds anything. */
function Header({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Box className="g-finder">
        <FindBox />
      </Box>
      {children}
    </>
  )
}

function Who({ me }: { readonly me: Official }) {
  const post = me.posts[0]
  return (
    <Stack gap={1} className="g-who">
      <Text strong>{me.name}</Text>
      {post ? <Text size="small" tone="quiet">{`${post.organisation.name} ${post.title}`}</Text> : null}
    </Stack>
  )
}
