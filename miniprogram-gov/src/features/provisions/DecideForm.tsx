import type { ProvisionReply } from '@zmht/shared/contract'
import { placeField } from '@zmht/shared/provisions'
import {
  Box,
  Button,
  Card,
  DatePicker,
  nowInstant,
  ProblemNotice,
  RadioList,
  Section,
  Stack,
  TextArea,
  toast,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { ReasonSheet } from '../permissions/ReasonSheet'
import { provisionOf } from './resources'
import { givenWords } from './words'

type Given = keyof typeof givenWords
const givens = [
  { value: 'full', label: givenWords.full },
  { value: 'masked', label: givenWords.masked },
  { value: 'none', label: givenWords.none },
] as const

/** What is given of each field, and until when; or back with a reason. What is sensitive begins masked. */
export function DecideForm({ one }: { readonly one: ProvisionReply }) {
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(
    Object.fromEntries(
      one.fields.map(({ key, sensitivity }) => [key, sensitivity === 'sensitive' ? 'masked' : 'full']),
    ),
  )
  const [until, setUntil] = useState<string | undefined>(one.askedUntil)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [returning, setReturning] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const today = dayOf(nowInstant())
  const nothing = !Object.entries(given).some(([key, how]) => key !== placeField && how !== 'none')
  const wrongDay =
    until === undefined || until < today || until > one.askedUntil ? '请选今天到申请的期限之间的一天' : undefined
  const approve = async () => {
    setTried(true)
    if (nothing || wrongDay !== undefined || until === undefined || busy) return
    setBusy(true)
    try {
      const next = await api.ledgers.decideProvision({
        params: { provisionId: one.id },
        body: {
          outcome: 'approve',
          edition: one.edition,
          fields: given,
          until,
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        },
      })
      provisionOf.put(one.id, next)
      toast(one.dataSet.source === 'sheet' ? '已批准，下发表格后对方就能看' : '已批准，几秒后对方就能看')
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title="您的决定">
      <Card>
        <Box className="g-groups">
          {one.fields.map(({ key, label, sensitivity }, at) => (
            <RadioList<Given>
              key={key}
              label={label}
              inline
              hint={
                key === placeField
                  ? '遮盖或不给时，只显示到社区'
                  : sensitivity === 'sensitive'
                    ? '敏感信息；给明文的，每个人被看时都会单独记录'
                    : undefined
              }
              options={givens}
              value={given[key]}
              onChange={(how) => setGiven((before) => ({ ...before, [key]: how }))}
              error={tried && nothing && at === 0 ? '一项内容都不给，请改为退回' : undefined}
            />
          ))}
          <DatePicker
            label="用到哪一天"
            hint="可以缩短，不能比申请的更长"
            value={until}
            onChange={setUntil}
            error={tried ? wrongDay : undefined}
          />
          <TextArea label="给对方的说明" optional value={reason} onChange={setReason} maxLength={200} />
        </Box>
      </Card>
      {failed === undefined ? null : <ProblemNotice error={failed} />}
      <Stack gap={3}>
        <Button full large loading={busy} onPress={() => void approve()}>
          批准
        </Button>
        <Button full variant="quiet" onPress={() => setReturning(true)}>
          退回
        </Button>
      </Stack>
      <ReasonSheet
        open={returning}
        title="退回申请"
        consequence={`${one.asker.name}会看到退回的原因，改好以后可以重新申请。`}
        confirm="退回"
        onClose={() => setReturning(false)}
        onConfirm={async (why) => {
          const next = await api.ledgers.decideProvision({
            params: { provisionId: one.id },
            body: { outcome: 'return', edition: one.edition, reason: why },
          })
          provisionOf.put(one.id, next)
          setReturning(false)
          toast('已退回，对方会看到原因')
        }}
      />
    </Section>
  )
}
