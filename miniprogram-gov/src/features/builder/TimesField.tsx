import { type OpeningHours, type ServiceTimes, type SettingProblem, sayOpeningHours } from '@zmht/shared/rules'
import { Button, Card, CheckboxList, DateTimePicker, Row, Stack, Switch, Text, TimePicker } from '@zmht/shared/ui'

const week = ['一', '二', '三', '四', '五', '六', '日'].map((name, index) => ({
  value: String(index + 1),
  label: `周${name}`,
}))
const mostHours = 6

/** What is picked is China's time; what is kept is the instant. */
const asInstant = (local: string | undefined): string | undefined =>
  local === undefined ? undefined : new Date(`${local.slice(0, 16)}:00.000+08:00`).toISOString()
const asLocal = (at: string | undefined): string | undefined =>
  at === undefined ? undefined : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16)

/** From when until when requests are taken, and the opening hours told. */
export function TimesField({
  times,
  problems,
  onChange,
}: {
  readonly times: ServiceTimes | undefined
  readonly problems: readonly SettingProblem[]
  readonly onChange: (times: ServiceTimes | undefined, step: string) => void
}) {
  const change = (part: { readonly [K in keyof ServiceTimes]?: ServiceTimes[K] | undefined }, step: string) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...times, ...part }).filter(([, value]) => value !== undefined),
      ) as ServiceTimes, // only what was set to nothing is left out
      step,
    )
  const hours = times?.hours ?? []
  const changeHours = (next: readonly OpeningHours[], step: string) =>
    change({ hours: next.length === 0 ? undefined : next }, step)
  return (
    <Stack gap={3}>
      <Switch
        label="设受理时间"
        detail="到时候自动开始、自动结束，之外居民看得到时间但不能提交"
        on={times !== undefined}
        onChange={(on) => onChange(on ? {} : undefined, on ? 'on' : 'off')}
      />
      {times === undefined ? null : (
        <>
          <DateTimePicker
            label="什么时候开始受理"
            hint="不填就是发布后立即开始"
            value={asLocal(times.from)}
            onChange={(from) => change({ from: asInstant(from) }, 'from')}
          />
          <DateTimePicker
            label="什么时候结束"
            hint="不填就一直受理"
            value={asLocal(times.until)}
            onChange={(until) => change({ until: asInstant(until) }, 'until')}
          />
          {hours.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hours are known by where they stand
            <Card key={`${index}`} tone="sunken" label={`开放时间 ${index + 1}`}>
              <Stack gap={3}>
                <Row between>
                  <Text strong>{sayOpeningHours(one)}</Text>
                  <Button
                    variant="text-danger"
                    label={`删去开放时间 ${sayOpeningHours(one)}`}
                    onPress={() =>
                      changeHours(
                        hours.filter((_, at) => at !== index),
                        `hours.remove.${hours.length}`,
                      )
                    }
                  >
                    删去
                  </Button>
                </Row>
                <CheckboxList
                  label="星期几"
                  inline
                  options={week}
                  values={one.days.map(String)}
                  onChange={(days) =>
                    changeHours(
                      hours.map((each, at) => (at === index ? { ...each, days: days.map(Number).sort() } : each)),
                      `hours.${index}.days`,
                    )
                  }
                />
                <Row gap={3} top>
                  {(['from', 'until'] as const).map((part) => (
                    <TimePicker
                      key={part}
                      label={part === 'from' ? '从几点' : '到几点'}
                      value={one[part]}
                      onChange={(value) =>
                        changeHours(
                          hours.map((each, at) =>
                            at === index && value !== undefined ? { ...each, [part]: value } : each,
                          ),
                          `hours.${index}.${part}`,
                        )
                      }
                    />
                  ))}
                </Row>
              </Stack>
            </Card>
          ))}
          {hours.length < mostHours ? (
            <Button
              variant="quiet"
              icon="plus"
              onPress={() =>
                changeHours(
                  [...hours, { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }],
                  `hours.add.${hours.length}`,
                )
              }
            >
              写上开放时间
            </Button>
          ) : null}
        </>
      )}
      {problems.map(({ message }) => (
        <Text key={message} size="small" tone="danger">
          {message}
        </Text>
      ))}
    </Stack>
  )
}
