import type { ServiceReply, ShownLink } from '@zmht/shared/contract'
import { leadsTo, passedNames } from '@zmht/shared/rules'
import { Button, Card, KeyValue, Notice, ProblemNotice, Section, Sheet, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { service } from '../services/resources'
import { type Left, leaveFor, newTab } from './leave'

/** Where a service that is not ours is, and what goes there with whoever opens it. */
export function Elsewhere({ link, passing }: { readonly link: ShownLink; readonly passing: boolean | undefined }) {
  const passes = link.kind === 'endpoint' ? [] : (link.passes ?? [])
  return (
    <Section title="在哪里办">
      <Card>
        <Stack gap={3}>
          <Text>
            {link.kind === 'endpoint'
              ? `您在这里填写，内容整份发给${link.name}，由对方办理；每一步在「消息」里看得到。`
              : `打开后去${leadsTo(link)}，由对方办理。`}
          </Text>
          {passes.length > 0 ? (
            <KeyValue rows={passes.map(({ key, purpose }) => ({ key: passedNames[key], value: purpose }))} />
          ) : null}
          {link.kind === 'endpoint' ? null : (
            <Text size="small" tone="quiet">
              {passes.length === 0
                ? '不会带走您的任何资料。'
                : passing === true
                  ? '您已同意带上这几项。不想带了，可以在「我」里收回。'
                  : passing === false
                    ? '您选了不带资料，打开后可能要自己填。'
                    : '对方想用这几项资料，打开前会问您。'}
            </Text>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

/** Asks before somebody leaves; the first time also whether their things go along. */
export function LeaveButton({
  service: found,
  shut,
}: {
  readonly service: ServiceReply
  readonly shut: string | undefined
}) {
  const { link, passing } = found
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState<Left>()
  const [error, setError] = useState<unknown>()
  if (link === undefined || link.kind === 'endpoint') return null
  const passes = link.passes ?? []
  const asks = passes.length > 0 && passing === undefined
  const leave = async (pass: boolean | undefined) => {
    const tab = link.kind === 'page' ? newTab() : undefined
    setBusy(true)
    setError(undefined)
    try {
      const visit = await api.channels.visitLinked({
        params: { channelId: found.id },
        body: pass === undefined ? {} : { pass },
      })
      const how = await leaveFor(visit, tab)
      setLeft(how)
      setAsking(how !== 'opened')
      if (pass !== undefined) void service.refresh(found.id)
    } catch (problem) {
      tab?.close()
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button full large disabled={shut !== undefined} onPress={() => setAsking(true)}>
        {shut ?? (link.kind === 'page' ? '打开网页' : '打开小程序')}
      </Button>
      <Sheet
        open={asking}
        title={`去${leadsTo(link)}`}
        onClose={() => {
          setAsking(false)
          setLeft(undefined)
        }}
        footer={
          <Stack gap={2}>
            {asks ? (
              <>
                <Button full loading={busy} onPress={() => void leave(true)}>
                  同意带上，打开
                </Button>
                <Button full variant="quiet" disabled={busy} onPress={() => void leave(false)}>
                  不带资料，打开
                </Button>
              </>
            ) : (
              <>
                <Button full loading={busy} onPress={() => void leave(undefined)}>
                  打开
                </Button>
                {passing === false ? (
                  <Button full variant="quiet" disabled={busy} onPress={() => void leave(true)}>
                    这次带上资料，打开
                  </Button>
                ) : null}
              </>
            )}
          </Stack>
        }
      >
        <Stack gap={3}>
          <Text>{`您将离开政民互通。那里的内容和办理由${link.name}负责。`}</Text>
          {passes.length > 0 && passing !== false ? (
            <>
              <Text strong>{asks ? '对方想用您的这几项资料：' : '会带上您同意过的这几项：'}</Text>
              <KeyValue rows={passes.map(({ key, purpose }) => ({ key: passedNames[key], value: purpose }))} />
              {asks ? (
                <Text size="small" tone="quiet">
                  不带也能打开。同意后每次打开都带上，每次都记在「谁看过我的信息」里，随时可以收回。
                </Text>
              ) : null}
            </>
          ) : null}
          {left === 'copied' ? (
            <Notice title="网址已复制">
              微信里不能直接打开这个网页。请打开手机浏览器，长按网址栏粘贴后打开，两分钟内有效。
            </Notice>
          ) : left === 'in-wechat' ? (
            <Notice title="请到微信里打开">{`这是微信小程序，浏览器里打不开。请在微信里搜索「${link.name}」，或在微信里的政民互通打开。`}</Notice>
          ) : null}
          {error === undefined ? null : <ProblemNotice error={error} />}
        </Stack>
      </Sheet>
    </>
  )
}
