import { mintApplicationId } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Button, EmptyState, formatExact, Heading, Notice, ProblemNotice, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { FileDrop } from '../frame/FileDrop'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { chooseInWechat, type ReadText, readChosen } from './file'
import { SetUpForm } from './SetUpForm'
import { startSetUp } from './set-up'

type Read = Awaited<ReturnType<typeof api.applications.readApplicationFile>>

export function InstallPage() {
  return <Gate>{(me) => <Page me={me} />}</Gate>
}

/** Somebody else's application: what it holds and from whom is seen before anything is asked. */
function Page({ me }: { readonly me: Official }) {
  const [id, setId] = useState(mintApplicationId)
  const [read, setRead] = useState<Read>()
  return (
    <OfficialScreen me={me} title="从文件安装" current={pages.applications} back={pages.applications}>
      {!may(me, 'application.write') ? (
        <EmptyState icon="shield" title="您的岗位不能安装应用" detail="需要的话，请联系本单位负责编排服务的同事。" />
      ) : read === undefined ? (
        <Choose onRead={setRead} />
      ) : (
        <SetUpForm
          key={id}
          me={me}
          id={id}
          edition={0}
          content={read.content}
          initial={startSetUp(territoriesOf(me).map((place) => ({ id: place.id, name: shortName(place) })))}
          from={read.origin}
          above={
            <Origin
              read={read}
              onOther={() => {
                // Another file is another application.
                setId(mintApplicationId())
                setRead(undefined)
              }}
            />
          }
        />
      )}
    </OfficialScreen>
  )
}

function Choose({ onRead }: { readonly onRead: (read: Read) => void }) {
  const [busy, setBusy] = useState<string>()
  const [wrong, setWrong] = useState<string>()
  const [error, setError] = useState<unknown>()
  const take = async (name: string, choose: () => Promise<ReadText | undefined>) => {
    setBusy(name)
    setWrong(undefined)
    setError(undefined)
    try {
      const chosen = await choose()
      if (chosen === undefined) return
      if (!chosen.ok) return setWrong(chosen.message)
      onRead(await api.applications.readApplicationFile({ body: { text: chosen.text } }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Stack gap={4} className="g-column">
      <Stack gap={1}>
        <Heading level={2} size="title">
          选一个应用文件
        </Heading>
        <Text tone="quiet">
          别的社区在“导出”里得到的 .json 文件。里面没有任何人的资料，也不带权限；先看清楚，再开通。
        </Text>
      </Stack>
      {process.env.TARO_ENV === 'h5' ? (
        <FileDrop
          accept=".json,application/json"
          what="应用文件"
          words="把应用文件拖到这里，或者"
          note="导出的应用，.json"
          reading={busy === undefined ? undefined : `正在读“${busy}”…`}
          onFile={(file) => void take(file.name, () => readChosen(file))}
        />
      ) : (
        <Row>
          <Button icon="document" loading={busy !== undefined} onPress={() => void take('文件', chooseInWechat)}>
            从聊天里选文件
          </Button>
        </Row>
      )}
      {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Stack>
  )
}

/** From whom it is, whether that is sure, and what of it is not known here. */
function Origin({ read: { origin, known, unmapped }, onOther }: { readonly read: Read; readonly onOther: () => void }) {
  const { file } = origin
  return (
    <Stack gap={3}>
      <Notice
        tone={known ? 'accent' : 'amber'}
        title={file === undefined ? '来源没有写明' : `来自${file.from}，第 ${file.version} 版`}
        action={
          <Button variant="text" onPress={onOther}>
            换一个文件
          </Button>
        }
      >
        {`${file === undefined ? '' : `${formatExact(file.at)}导出。`}${
          known ? '由本平台签发，内容没有改动过。' : '内容完整，但不是本平台签发的。请确认是您信任的单位给的，再开通。'
        }`}
      </Notice>
      {unmapped.length === 0 ? null : (
        <Notice tone="amber" title={`有 ${unmapped.length} 处在这里对不上`}>
          <Stack gap={1}>
            {unmapped.map(({ message }) => (
              <Text key={message}>{message}</Text>
            ))}
          </Stack>
        </Notice>
      )}
    </Stack>
  )
}
