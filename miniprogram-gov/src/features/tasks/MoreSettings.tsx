import { type Level, levelNames, levels } from '@zmht/shared/geo'
import type { EntityKind } from '@zmht/shared/knowledge'
import { duties, dutyCodes } from '@zmht/shared/permission'
import { type Recipient, recipientNames, recipients, type UnitTier, unitTiers } from '@zmht/shared/rules'
import { Box, Button, Card, CheckboxList, RadioList, Select, Stack, Switch } from '@zmht/shared/ui'
import { useState } from 'react'
import type { Arranged } from './arranged'
import { recipientFollows } from './words'

const days = [1, 2, 3, 5, 7] as const

/** 更多设置, folded: which tiers look at it first, how it is reported, when who is late is reminded. */
export function MoreSettings({
  level,
  kind,
  byLedger,
  daily,
  arranged,
  onChange,
}: {
  readonly kind: EntityKind
  /** It is about the rows of a ledger, which somebody keeps. */
  readonly byLedger: boolean
  /** Done on its day: nobody is reminded days before. */
  readonly daily: boolean
  /** Of the issuer’s own place: the tiers below it can look at it first. */
  readonly level: Level
  readonly arranged: Arranged
  readonly onChange: (change: (before: Arranged) => Arranged) => void
}) {
  const [open, setOpen] = useState(false)
  const fits = (one: Recipient): boolean =>
    one === 'ledger' ? byLedger : one === 'own' ? kind === 'organisation' : true
  const below = unitTiers.filter((tier) => levels.indexOf(tier) > levels.indexOf(level))
  return (
    <Stack gap={3}>
      <Box>
        <Button variant="text" icon={open ? 'up' : 'down'} expanded={open} onPress={() => setOpen(!open)}>
          {open ? '收起更多设置' : '更多设置：逐级接收、交给谁办、怎样算完成、上报、提醒'}
        </Button>
      </Box>
      {open ? (
        <Card>
          <Stack gap={4}>
            {below.length === 0 ? null : (
              <CheckboxList<UnitTier>
                label="哪几级先接收再转下"
                hint="不选就一次派到底。选了的，由他们看过、转下，下级才能看到和填报。"
                options={below.map((tier) => ({ value: tier, label: levelNames[tier] }))}
                values={arranged.passes}
                onChange={(passes) => onChange((before) => ({ ...before, passes }))}
              />
            )}
            <RadioList<Recipient>
              label="交给谁办"
              options={recipients.filter(fits).map((one) => ({
                value: one,
                label: recipientNames[one],
                detail: recipientFollows[one],
              }))}
              value={arranged.to}
              onChange={(to) => onChange((before) => ({ ...before, to }))}
            />
            {arranged.to === 'duty' ? (
              <Select
                label="按哪项职责"
                options={dutyCodes.map((code) => ({ value: code, label: duties[code] }))}
                value={arranged.duty}
                onChange={(chosen) => {
                  const duty = dutyCodes.find((code) => code === chosen)
                  if (duty !== undefined) onChange((before) => ({ ...before, duty }))
                }}
              />
            ) : null}
            <Switch
              label="平均分给在岗的人"
              detail="每一项派到手头最少的人：网格员优先，没有网格的分给社区在岗的人。不开就由同事一起办。"
              on={arranged.balanced}
              onChange={(balanced) => onChange((before) => ({ ...before, balanced }))}
            />
            <Switch
              label="填完由别人核实才算完成"
              detail="填好先进“待核实”，由同事、街道区里或下派单位核实；自己填的不能自己核实。核实以后才算完成，台账才更新。"
              on={arranged.checked}
              onChange={(checked) => onChange((before) => ({ ...before, checked }))}
            />
            <Switch
              label="平级之间能看到进度"
              detail="各单位能看到同一级其他单位的数字，看不到任务项和填的内容。不开就只看到自己和下级的。"
              on={arranged.siblings}
              onChange={(siblings) => onChange((before) => ({ ...before, siblings }))}
            />
            <Switch
              label="到期自动上报"
              detail="最后一天结束时，还没有上报的由系统按当时的数字上报"
              on={arranged.automatic}
              onChange={(automatic) => onChange((before) => ({ ...before, automatic }))}
            />
            {daily ? null : (
              <Select
                label="到期前提醒没办完的"
                hint="逾期的，第二天提醒它的上一级"
                placeholder="不提醒"
                options={days.map((day) => ({ value: String(day), label: `提前 ${day} 天` }))}
                value={arranged.before === undefined ? undefined : String(arranged.before)}
                onChange={(chosen) =>
                  onChange((before) => ({ ...before, before: chosen ? Number(chosen) : undefined }))
                }
              />
            )}
          </Stack>
        </Card>
      ) : null}
    </Stack>
  )
}
