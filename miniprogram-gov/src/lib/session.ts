import { createSession } from '@zmht/shared/ui'

/** Who is signed in on this device. */
export const session = createSession({ app: 'gov', baseUrl: ZMHT_API_URL })
