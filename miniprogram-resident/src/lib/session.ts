import { createSession } from '@zmht/shared/ui'

/** Who is signed in on this device. */
export const session = createSession({ app: 'resident', baseUrl: ZMHT_API_URL })
