import type { ServiceCardReply } from '@zmht/shared/contract'
import { Button, goTo, Stack, useNow } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import type { Home } from '../homes/currentHome'
import { notNow } from './ServiceFacts'

/** 说件事: always in the same place, for whatever somebody has to say; and what else goes straight to who answers for it. */
export function SaySomething({
  home,
  items,
}: {
  readonly home: Home | undefined
  readonly items: readonly ServiceCardReply[]
}) {
  const now = useNow()
  const here = items.filter((item) => item.home === home?.placeId && item.raises === true)
  const taken = here.filter((item) => notNow(item, now) === undefined)
  if (taken.length === 0) return null
  return (
    <Stack gap={2}>
      {taken.map((item, index) => (
        <Button
          key={item.id}
          full
          large={index === 0}
          variant={index === 0 ? 'primary' : 'quiet'}
          icon="edit"
          onPress={() => goTo(pages.apply, { id: item.id, home: item.home })}
        >
          {item.title}
        </Button>
      ))}
    </Stack>
  )
}
