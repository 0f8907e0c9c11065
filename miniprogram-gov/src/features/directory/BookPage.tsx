import { useRouter } from '@tarojs/taro'
import { EmptyState, Loaded, useResource, useWide } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { BookOnDesk } from './BookOnDesk'
import { BookOnPhone } from './BookOnPhone'
import { startOf } from './resources'

export function BookPage() {
  return <Gate>{(me) => <Book me={me} />}</Gate>
}

/** The address book: by tree from one's own organisation, by search, a call in one tap. */
function Book({ me }: { readonly me: Official }) {
  const wide = useWide()
  const { organisation, q } = useRouter().params
  const start = useResource(startOf, 'mine')
  const words = fromAddress(q)
  return (
    <OfficialScreen me={me} title="通讯录" current={pages.home} back={pages.home}>
      <Loaded of={start}>
        {({ own, roots }) => {
          const first = organisation ?? own[0]?.id ?? roots[0]?.id
          if (first === undefined) {
            return (
              <EmptyState
                icon="person"
                title="通讯录里还没有单位"
                detail="单位由通讯录维护人员登记，登记后会显示在这里。"
              />
            )
          }
          return wide ? (
            <BookOnDesk me={me} start={first} words={words} />
          ) : (
            <BookOnPhone me={me} own={own} here={first} words={words} />
          )
        }}
      </Loaded>
    </OfficialScreen>
  )
}
