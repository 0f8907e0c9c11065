import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { session } from '@/lib/session'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => void session.resume())
  return children
}
