import { Button, Card, EmptyState, Heading, Loaded, ProblemNotice, Row, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { saveText } from '../sheets/workbook'
import { jsonLdOf } from './export-json-ld'
import { jsonSchemaOf } from './export-json-schema'
import { sheetsOf } from './export-sheet'
import { saveWorkbook } from './save-workbook'
import { useStandard } from './useStandard'

export function ExportPage() {
  return <Gate>{(me) => <Export me={me} />}</Gate>
}

function Export({ me }: { readonly me: Official }) {
  const { knowledge, standard } = useStandard()
  const name = `城市知识体系-${knowledge.version}`
  return (
    <OfficialScreen me={me} title="导出" current={pages.home} back={pages.knowledge}>
      {process.env.TARO_ENV === 'h5' ? (
        <Loaded of={standard}>
          {({ prose }) => (
            <Stack gap={4} className="g-column">
              <Text tone="quiet">{`导出 ${knowledge.version} 版的全部内容，不含任何人的资料。`}</Text>
              <Download
                title="表格"
                detail="属性、关系、代码表各一张，可以用 Excel 或 WPS 打开。"
                file={`${name}.xlsx`}
                save={(file) => saveWorkbook(file, sheetsOf(knowledge, prose))}
              />
              <Download
                title="JSON Schema"
                detail="给开发人员：每类对象和关系怎样填写，带选项、格式、敏感级别和有效期（2020-12 版）。"
                file={`${name}.schema.json`}
                save={async (file) =>
                  saveText(
                    file,
                    `${JSON.stringify(jsonSchemaOf(knowledge, prose), null, 2)}\n`,
                    'application/schema+json',
                  )
                }
              />
              <Download
                title="JSON-LD"
                detail="给开发人员：和 schema.org、SEMIC、W3C 词汇怎样对应，可以直接作为上下文引用。"
                file={`${name}.jsonld`}
                save={async (file) =>
                  saveText(file, `${JSON.stringify(jsonLdOf(knowledge, prose), null, 2)}\n`, 'application/ld+json')
                }
              />
            </Stack>
          )}
        </Loaded>
      ) : (
        <EmptyState
          icon="document"
          title="请在电脑上导出"
          detail="用浏览器打开政务工作台，在城市知识体系里选“导出”。"
        />
      )}
    </OfficialScreen>
  )
}

function Download({
  title,
  detail,
  file,
  save,
}: {
  readonly title: string
  readonly detail: string
  readonly file: string
  readonly save: (file: string) => Promise<void>
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await save(file)
      toast(`已保存 ${file}`)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Stack gap={2}>
        <Row between gap={3}>
          <Stack gap={1} grow>
            <Heading level={2}>{title}</Heading>
            <Text tone="quiet">{detail}</Text>
          </Stack>
          <Button variant="quiet" icon="document" loading={busy} label={`下载${title}`} onPress={() => void run()}>
            下载
          </Button>
        </Row>
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Card>
  )
}
