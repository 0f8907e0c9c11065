import { useRouter } from '@tarojs/taro'
import { shortName } from '@zmht/shared/geo'
import { Button, Card, goTo, KeyValue, Loaded, Row, Text, useResource } from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ledgerKindWords } from '../ledgers/words'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { Deliveries } from './Deliveries'
import { dataSetOf } from './resources'
import { sourceWords } from './words'

export function DataSetPage() {
  return <Gate>{(me) => <DataSet me={me} />}</Gate>
}

/** One data set: what it holds, and the way to ask for it; for its supplier what was sent down. */
function DataSet({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(dataSetOf, id)
  const { data } = loaded
  return (
    <OfficialScreen me={me} title={data?.name ?? '数据'} current={pages.people} back={pages.provisions}>
      <Loaded of={loaded}>
        {(one) => (
          <>
            <Text tone="quiet" className="g-prose">
              {one.about}
            </Text>
            <Card>
              <KeyValue
                rows={[
                  { key: '提供单位', value: one.organisation.name },
                  { key: '登记对象', value: ledgerKindWords[one.kind].name },
                  { key: '内容', value: one.fields.map(({ label }) => label).join('、') },
                  { key: '范围', value: one.places.map((place) => shortName(place)).join('、') },
                  { key: '怎样给', value: sourceWords[one.source] },
                ]}
              />
            </Card>
            <Row gap={3} wrap>
              {one.own ? (
                <Button variant="quiet" icon="edit" onPress={() => goTo(pages.offerData, { id })}>
                  修改或停止提供
                </Button>
              ) : one.ended ? (
                <Text tone="quiet">对方已停止提供，不能再申请。</Text>
              ) : may(me, 'provision.ask') ? (
                <Button onPress={() => goTo(pages.askData, { id })}>申请这份数据</Button>
              ) : (
                <Text tone="quiet">您的岗位不能申请数据，请联系本单位负责人。</Text>
              )}
            </Row>
            {one.own && one.source === 'sheet' ? <Deliveries dataSet={one} /> : null}
          </>
        )}
      </Loaded>
    </OfficialScreen>
  )
}
