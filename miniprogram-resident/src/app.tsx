import { useLaunch } from '@tarojs/taro'
import { respectMotion } from '@zmht/shared/ui'
import type { PropsWithChildren } from 'react'
import { useLiveMessages } from '@/features/messages/live'
import { comeFromApp } from '@/features/session/city-app'
import { session } from '@/lib/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLiveMessages(session.useSession())
  useLaunch(() => {
    respectMotion()
    void comeFromApp().then(() => session.resume())
  })
  return children
}
