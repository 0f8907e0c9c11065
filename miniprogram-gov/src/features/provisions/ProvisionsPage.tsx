import { useRouter } from '@tarojs/taro'
import { Button, goTo, SegmentedControl, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { Asks } from './Asks'
import { DataSets } from './DataSets'

/** 数据下沉: what can be asked for, what was asked, and what waits for a decision. */
export function ProvisionsPage() {
  return <Gate>{(me) => <Provisions me={me} />}</Gate>
}

const sides = [
  { value: 'offered', label: '数据目录' },
  { value: 'asked', label: '我申请的' },
  { value: 'waiting', label: '待我批的' },
  { value: 'decided', label: '我批过的' },
  { value: 'own', label: '我提供的' },
] as const
type Side = (typeof sides)[number]['value']

const about: Readonly<Record<Side, string>> = {
  offered: '上级单位可以给的数据。选一份，写明用途、地点、给谁用和用到哪天，对方批准后就能看。',
  asked: '本单位申请过的数据。生效的可以打开看，每次查看都会记录。',
  waiting: '下级单位向本单位申请的数据。逐项决定给明文、遮盖还是不给，期限可以缩短。',
  decided: '本单位批过的申请。谁看了、看了几次都能查，随时可以撤回。',
  own: '本单位提供给下级申请的数据。',
}

function Provisions({ me }: { readonly me: Official }) {
  const asked = fromAddress(useRouter().params.side)
  const [side, setSide] = useState<Side>(sides.find(({ value }) => value === asked)?.value ?? 'offered')
  const decides = may(me, 'provision.decide')
  const shown = sides.filter(({ value }) => decides || value === 'offered' || value === 'asked')
  const turn = (next: Side) => {
    setSide(next)
    rememberInAddress('side', next)
  }
  return (
    <OfficialScreen
      me={me}
      title="数据下沉"
      current={pages.people}
      back={pages.people}
      actions={
        decides && side === 'own' ? (
          <Button icon="plus" onPress={() => goTo(pages.offerData)}>
            提供数据
          </Button>
        ) : undefined
      }
    >
      <SegmentedControl label="看哪一边" segments={shown} value={side} onChange={turn} />
      <Text tone="quiet" className="g-prose">
        {about[side]}
      </Text>
      {side === 'offered' || side === 'own' ? <DataSets key={side} side={side} /> : <Asks key={side} side={side} />}
    </OfficialScreen>
  )
}
