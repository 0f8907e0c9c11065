import Taro from '@tarojs/taro'
import type { RequestReply } from '@zmht/shared/contract'
import { Button, PersonCard, Section } from '@zmht/shared/ui'

const says = { desk: '由它办理', partner: '在确认名单', arbiter: '在确定由哪个单位办' } as const

/** The organisation that has it now, with the number of its desk. */
export function WhoHasIt({ desk: { name, part, phone } }: { readonly desk: NonNullable<RequestReply['desk']> }) {
  return (
    <Section title="办理单位">
      <PersonCard
        name={name}
        detail={part === 'partner' || part === 'arbiter' ? says[part] : says.desk}
        end={
          phone === undefined ? undefined : (
            <Button
              variant="quiet"
              icon="phone"
              label={`打电话给${name}`}
              onPress={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
            >
              打电话
            </Button>
          )
        }
      />
    </Section>
  )
}
