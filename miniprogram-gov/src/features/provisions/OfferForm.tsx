import { type DataSetReply, mintDataSetId } from '@zmht/shared/contract'
import { placeField } from '@zmht/shared/provisions'
import {
  Box,
  Button,
  Card,
  CheckboxList,
  goOnTo,
  ProblemNotice,
  RadioList,
  Select,
  Switch,
  TextArea,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { ledgerOf } from '../ledgers/resources'
import { dataSetOf } from './resources'
import { sourceWords } from './words'

/** What is offered, of which ledger, and how it comes. Sent twice it is one data set. */
export function OfferForm({
  ledgers,
  offered,
}: {
  readonly ledgers: readonly { readonly id: string; readonly name: string }[]
  readonly offered?: DataSetReply
}) {
  const [id] = useState(() => offered?.id ?? mintDataSetId())
  const [ledger, setLedger] = useState(offered?.ledgerId ?? (ledgers.length === 1 ? ledgers[0]?.id : undefined))
  const [name, setName] = useState(offered?.name ?? '')
  const [about, setAbout] = useState(offered?.about ?? '')
  const [source, setSource] = useState<DataSetReply['source']>(offered?.source ?? 'ledger')
  const [fields, setFields] = useState<readonly string[]>(offered?.fields.map(({ key }) => key) ?? [])
  const [ended, setEnded] = useState(offered?.ended ?? false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const { data } = useResource(ledgerOf, ledger ?? '')
  const columns = (data?.columns ?? []).flatMap(({ attribute, label, sensitivity }) =>
    attribute === undefined
      ? []
      : [{ value: attribute, label, ...(sensitivity === 'sensitive' ? { detail: '敏感信息' } : {}) }],
  )
  const missing = ledger === undefined || name.trim() === '' || about.trim() === '' || fields.length === 0
  const save = async () => {
    setTried(true)
    if (missing || ledger === undefined || busy) return
    setBusy(true)
    try {
      await api.ledgers.offerDataSet({
        params: { dataSetId: id },
        body: {
          name: name.trim(),
          about: about.trim(),
          source,
          ledgerId: ledger,
          fields: [...fields],
          ended,
          edition: offered?.edition ?? 0,
        },
      })
      void dataSetOf.refresh(id)
      toast(ended ? '已停止提供，已批准的不受影响' : '下级单位现在可以申请了')
      goOnTo(pages.dataSet, { id })
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  const due = (isMissing: boolean, words: string): string | undefined => (tried && isMissing ? words : undefined)
  return (
    <>
      <Card>
        <Box className="g-groups">
          {offered === undefined ? (
            <>
              <Select
                label="哪份台账"
                options={ledgers.map((one) => ({ value: one.id, label: one.name }))}
                value={ledger}
                onChange={(next) => {
                  setLedger(next)
                  setFields([])
                }}
                error={due(ledger === undefined, '请选择台账')}
              />
              <RadioList
                label="怎样给"
                options={(['ledger', 'sheet'] as const).map((value) => ({ value, label: sourceWords[value] }))}
                value={source}
                onChange={setSource}
              />
            </>
          ) : null}
          <TextInput
            label="数据名称"
            hint="下级看得懂的名字，例如：持证残疾人"
            value={name}
            onChange={setName}
            maxLength={40}
            error={due(name.trim() === '', '请填写数据名称')}
          />
          <TextArea
            label="说明"
            hint="里面有谁、多久更新一次"
            value={about}
            onChange={setAbout}
            maxLength={200}
            error={due(about.trim() === '', '请填写说明')}
          />
          {data === undefined ? null : (
            <CheckboxList
              label="可以申请的内容"
              options={[...columns, { value: placeField, label: '详细地址', detail: '不选时只显示到社区' }]}
              values={fields}
              onChange={setFields}
              error={due(fields.length === 0, '请至少选一项')}
            />
          )}
          {offered === undefined ? null : (
            <Switch
              label="停止提供"
              detail="停止后不能再申请；已经批准的不受影响，要收回请逐份撤回。"
              on={ended}
              onChange={setEnded}
            />
          )}
        </Box>
      </Card>
      {failed === undefined ? null : <ProblemNotice error={failed} />}
      <Button full large loading={busy} onPress={() => void save()}>
        {offered === undefined ? '提供给下级申请' : '保存'}
      </Button>
    </>
  )
}
