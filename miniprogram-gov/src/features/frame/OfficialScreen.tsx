import { Screen, type ScreenProps, Stack, Text } from '@zmht/shared/ui'
import { navigationFor } from '@/lib/navigation'
import type { Official } from '../session/official'

type Props = Omit<ScreenProps, 'navigation' | 'sideFoot' | 'layout'> & { readonly me: Official }

/** The frame of every page: the entries the posts allow, and on a PC who is signed in. */
export function OfficialScreen({ me, ...screen }: Props) {
  return <Screen {...screen} layout="wide" navigation={navigationFor(me.actions)} sideFoot={<Who me={me} />} />
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
