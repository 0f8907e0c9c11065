import { createResource } from '@zmht/shared/ui'
import { useEffect } from 'react'
import { api } from '@/lib/api'

/** What is left of each time of a service. */
export const slotsLeft = createResource((channelId: string) => api.channels.slotsLeft({ params: { channelId } }))

/** As live as anything is: what is left is asked again so often while somebody chooses. */
const lookAgain = 5000

export function useLiveSlots(channelId: string): void {
  useEffect(() => {
    const timer = setInterval(() => void slotsLeft.refresh(channelId), lookAgain)
    return () => clearInterval(timer)
  }, [channelId])
}
