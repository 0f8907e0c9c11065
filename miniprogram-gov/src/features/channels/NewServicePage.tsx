import { mintChannelId } from '@zmht/shared/contract'
import { procedureNames } from '@zmht/shared/rules'
import { channelTemplates } from '@zmht/shared/templates'
import { Box, Card, goOnTo, Icon, Row, Section, Stack, Tag, Text } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { SharedServices } from './SharedServices'

export function NewServicePage() {
  return <Gate>{(me) => <NewService me={me} />}</Gate>
}

/** No template has this name: the builder then opens with an empty form. */
const blank = 'blank'

function NewService({ me }: { readonly me: Official }) {
  const start = (template: string) => goOnTo(pages.build, { id: mintChannelId(), template })
  return (
    <OfficialScreen me={me} title="新建服务" current={pages.channels} back={pages.channels}>
      <Section title="从现成的服务开始">
        <Box as="ul" role="list" label="现成的服务" className="g-templates">
          {channelTemplates.map((template) => (
            <Box as="li" key={template.id}>
              <Card onPress={() => start(template.id)}>
                <Stack gap={2}>
                  <Row between top gap={2}>
                    <Text size="large" strong>
                      {template.title}
                    </Text>
                    <Icon name="chevron" />
                  </Row>
                  <Text tone="quiet">{template.summary}</Text>
                  <Row gap={2} wrap>
                    <Tag tone="accent">{procedureNames[template.procedure]}</Tag>
                    <Tag>{`${template.form.controls.filter((one) => one.binding).length} 项要填`}</Tag>
                  </Row>
                </Stack>
              </Card>
            </Box>
          ))}
        </Box>
      </Section>
      <SharedServices />
      <Section title="自己组一张">
        <Box className="g-templates">
          <Card onPress={() => start(blank)}>
            <Stack gap={2}>
              <Row between top gap={2}>
                <Text size="large" strong>
                  空白服务
                </Text>
                <Icon name="chevron" />
              </Row>
              <Text tone="quiet">只有姓名和手机号，其他内容由您挑选。不用写代码，几分钟就能组好。</Text>
            </Stack>
          </Card>
          <Card onPress={() => goOnTo(pages.linkService, { id: mintChannelId(), fresh: '1' })}>
            <Stack gap={2}>
              <Row between top gap={2}>
                <Text size="large" strong>
                  链接服务
                </Text>
                <Icon name="chevron" />
              </Row>
              <Text tone="quiet">别处已经在办的：对方的网页、小程序，或者用我们的表单发给对方的系统。</Text>
            </Stack>
          </Card>
          {process.env.TARO_ENV === 'h5' ? (
            <Card onPress={() => goOnTo(pages.fromSheet)}>
              <Stack gap={2}>
                <Row between top gap={2}>
                  <Text size="large" strong>
                    从在用的表格开始
                  </Text>
                  <Icon name="chevron" />
                </Row>
                <Text tone="quiet">把登记表、花名册或 XLSForm 问卷拖进来，各列按意思对好，生成一张表单。</Text>
              </Stack>
            </Card>
          ) : null}
        </Box>
      </Section>
    </OfficialScreen>
  )
}
