import { type LinkKind, leadsTo, linkKindNames, linkKinds, passedKeys, passedNames } from '@zmht/shared/rules'
import { Card, Notice, RadioList, Section, Stack, Switch, Text, TextInput } from '@zmht/shared/ui'
import type { ServiceDraft } from '../service-draft'
import { purposeOf, withField, withKind, withPassed } from './link-draft'

type Change = (next: (before: ServiceDraft) => ServiceDraft) => void

const hints: Readonly<Record<LinkKind, string>> = {
  page: '居民点开对方的网页。在微信里，只有配置过业务域名的网页能直接打开，其他的复制网址到浏览器打开。',
  'mini-program': '在微信里点开对方的小程序；在浏览器里会提示到微信搜索打开。',
  endpoint: '居民填我们的表单，内容签名后发给对方的系统；对方的每一步答复居民都看得到。',
}

/** Where a service that is not ours lives. */
export function LinkFields({ draft, onChange }: { readonly draft: ServiceDraft; readonly onChange: Change }) {
  const { link } = draft
  if (link === undefined) return null
  const field = (name: 'name' | 'url' | 'appId' | 'path') => (value: string) =>
    onChange((before) => withField(before, name, value))
  return (
    <Stack gap={4}>
      <RadioList<LinkKind>
        label="打开什么"
        hint={hints[link.kind]}
        options={linkKinds.map((value) => ({ value, label: linkKindNames[value] }))}
        value={link.kind}
        onChange={(kind) => onChange((before) => withKind(before, kind))}
      />
      <TextInput
        label="是谁家的"
        hint="居民离开前会看到，例如“市图书馆”"
        maxLength={20}
        value={link.name}
        onChange={field('name')}
      />
      {link.kind === 'mini-program' ? (
        <>
          <TextInput
            label="小程序 AppID"
            hint="wx 开头的 18 位，请向对方要"
            maxLength={30}
            value={link.appId}
            onChange={field('appId')}
          />
          <TextInput
            label="打开哪一页（选填）"
            hint="对方给的页面路径；不填就打开首页"
            maxLength={300}
            value={link.path}
            onChange={field('path')}
          />
        </>
      ) : (
        <TextInput
          label={link.kind === 'page' ? '网址' : '对方接收的网址'}
          hint="以 https:// 开头，公网上能打开"
          maxLength={500}
          value={link.url}
          onChange={field('url')}
        />
      )}
      {link.name === '' ? null : <Text tone="quiet">{`居民会看到：去${leadsTo(link)}`}</Text>}
    </Stack>
  )
}

/** What of a resident's own goes with them, each with what it is for; a resident may keep it. */
export function PassesField({ draft, onChange }: { readonly draft: ServiceDraft; readonly onChange: Change }) {
  const { link } = draft
  if (link === undefined || link.kind === 'endpoint') return null
  return (
    <Section title="带过去的资料">
      <Notice>只带对方真正用得到的。居民第一次打开时会看到带什么、做什么用，可以不带，也可以随时收回。</Notice>
      <Card>
        <Stack gap={4}>
          {passedKeys.map((key) => {
            const purpose = purposeOf(link, key)
            return (
              <Stack key={key} gap={2}>
                <Switch
                  label={passedNames[key]}
                  on={purpose !== undefined}
                  onChange={(on) => onChange((before) => withPassed(before, key, on ? '' : undefined))}
                />
                {purpose === undefined ? null : (
                  <TextInput
                    label={`${passedNames[key]}用来做什么`}
                    hint="居民会看到，例如“办借书证”"
                    maxLength={30}
                    value={purpose}
                    onChange={(words) => onChange((before) => withPassed(before, key, words))}
                  />
                )}
              </Stack>
            )
          })}
        </Stack>
      </Card>
    </Section>
  )
}
