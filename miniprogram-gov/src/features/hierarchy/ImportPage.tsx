import { useRouter } from '@tarojs/taro'
import type { PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Box, EmptyState, Heading, Loaded, Stack, Text, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { ChooseSheet, type OpenedSheet } from '../sheets/ChooseSheet'
import { mostRows } from '../sheets/cells'
import { Steps } from '../sheets/Steps'
import { ImportRunning } from './ImportRunning'
import { checkRows, forgetImport, useImport } from './importer'
import { MapPlaces } from './MapPlaces'
import { placeAt } from './resources'
import { mayAt } from './rights'
import { sheetTemplate } from './sheet'

export function ImportPage() {
  return <Gate>{(me) => <Import me={me} />}</Gate>
}

function Import({ me }: { readonly me: Official }) {
  const { place = '' } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title="导入表格" current={pages.home} back={pages.places}>
      {process.env.TARO_ENV === 'h5' ? (
        <Loaded of={loaded}>
          {(data) =>
            mayAt(me, 'hierarchy.write', data) ? (
              <Steering place={data} />
            ) : (
              <EmptyState
                icon="shield"
                title="您的岗位不能在这里导入"
                detail="请联系负责这里的社区，或区划管理岗位。"
              />
            )
          }
        </Loaded>
      ) : (
        <EmptyState
          icon="document"
          title="请在电脑上导入表格"
          detail="用浏览器打开政务工作台，在地点详情里选「导入表格」。"
        />
      )}
    </OfficialScreen>
  )
}

const steps = ['选文件', '对应列', '核对', '导入'] as const

function Steering({ place }: { readonly place: PlaceWithLineageReply }) {
  const [opened, setOpened] = useState<OpenedSheet>()
  const running = useImport()
  const mine = running?.place === place.id ? running : undefined
  const step =
    mine === undefined ? (opened === undefined ? 0 : 1) : mine.phase === 'checking' || mine.phase === 'checked' ? 2 : 3
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Heading level={2} size="title">{`导入到${shortName(place)}`}</Heading>
        <Text tone="quiet">已经有的不会重复，也不会改动；有错的行跳过，其余照常导入。</Text>
      </Stack>
      <Box className="g-column">
        <Steps steps={steps} now={step} />
      </Box>
      {mine !== undefined ? (
        <ImportRunning place={place} state={mine} onBack={forgetImport} />
      ) : opened === undefined ? (
        <ChooseSheet
          note={`.xlsx 或 .csv，不超过 10 MB、${mostRows} 行`}
          about="每行一户或一栋：小区、楼栋、单元、门牌号。"
          template={sheetTemplate}
          onOpened={setOpened}
        />
      ) : (
        <MapPlaces
          place={place}
          opened={opened}
          onOther={() => setOpened(undefined)}
          onRows={(rows) => void checkRows(place.id, rows)}
        />
      )}
    </Stack>
  )
}
