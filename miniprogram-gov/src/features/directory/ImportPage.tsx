import { useRouter } from '@tarojs/taro'
import type { ImportBody } from '@zmht/shared/contract'
import { Box, EmptyState, Heading, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { ChooseSheet, type OpenedSheet } from '../sheets/ChooseSheet'
import { Steps } from '../sheets/Steps'
import { ImportPreview } from './ImportPreview'
import { ImportProgress } from './ImportProgress'
import { MapRoster } from './MapRoster'
import { mostPeople, rosterTemplate, type sendable } from './roster'

export function ImportPage() {
  return <Gate>{(me) => <Import me={me} />}</Gate>
}

function Import({ me }: { readonly me: Official }) {
  return (
    <OfficialScreen me={me} title="导入通讯录" current={pages.home} back={pages.book}>
      {process.env.TARO_ENV !== 'h5' ? (
        <EmptyState
          icon="document"
          title="请在电脑上导入表格"
          detail="用浏览器打开政务工作台，在通讯录里选「导入表格」。"
        />
      ) : may(me, 'directory.write') ? (
        <Steering />
      ) : (
        <EmptyState icon="shield" title="您的岗位不能导入通讯录" detail="请联系本单位或上级的人事管理岗位。" />
      )}
    </OfficialScreen>
  )
}

const steps = ['选文件', '对应列', '核对', '导入'] as const

/** What is to be previewed: rows that can be sent, and those kept back with what is wrong with them. */
export interface ToPreview {
  readonly body: ImportBody
  readonly organisation: string
  readonly keptBack: ReturnType<typeof sendable>['problems']
}

function Steering() {
  const { job: asked, organisation } = useRouter().params
  const [opened, setOpened] = useState<OpenedSheet>()
  const [asking, setAsking] = useState<ToPreview>()
  const [job, setJob] = useState(asked)
  const step = job !== undefined ? 3 : asking !== undefined ? 2 : opened !== undefined ? 1 : 0
  const goTo = (id: string | undefined) => {
    rememberInAddress('job', id ?? '')
    setJob(id)
  }
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Heading level={2} size="title">
          导入人员和岗位
        </Heading>
        <Text tone="quiet">先核对再导入：谁新来、谁调动、谁离任都会先列出来。有问题的行跳过，其余照常导入。</Text>
      </Stack>
      <Box className="g-column">
        <Steps steps={steps} now={step} />
      </Box>
      {job !== undefined ? (
        <ImportProgress
          job={job}
          onAgain={() => {
            setOpened(undefined)
            setAsking(undefined)
            goTo(undefined)
          }}
        />
      ) : opened === undefined ? (
        <ChooseSheet
          note={`.xlsx 或 .csv，一次不超过 ${mostPeople} 人`}
          about="每行一个人：单位、岗位、姓名、手机号。"
          template={rosterTemplate}
          onOpened={setOpened}
        />
      ) : (
        <>
          {/* Stays while the preview is looked at: what was matched is still there on coming back. */}
          <div hidden={asking !== undefined}>
            <MapRoster
              opened={opened}
              organisation={organisation}
              onOther={() => setOpened(undefined)}
              onRows={setAsking}
            />
          </div>
          {asking === undefined ? null : (
            <ImportPreview asking={asking} onAsk={setAsking} onBack={() => setAsking(undefined)} onStarted={goTo} />
          )}
        </>
      )}
    </Stack>
  )
}
