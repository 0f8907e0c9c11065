import { applicationProblems } from '@zmht/shared/applications'
import { applicationContent } from '@zmht/shared/contract'
import { applicationTemplates, channelTemplates, taskTemplates } from '@zmht/shared/templates'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { noticeTemplates } from '@zmht/shared/templates/notices'
import { expect, test } from 'vitest'
import { withLedgerTemplate, withNoticeTemplate, withServiceTemplate, withTaskTemplate } from './adding'
import { blankContent, changed, gapsIn, problemsIn, redone, startEditing, undone } from './editing'

const named = { ...blankContent, title: '自己组的', summary: '一句话' }

test('each change can be taken back and made again; another change forgets what was taken back', () => {
  const first = changed(startEditing(blankContent), { ...blankContent, title: '一' })
  const second = changed(first, { ...blankContent, title: '二' })
  expect(undone(second).now.title).toBe('一')
  expect(undone(undone(undone(second))).now.title).toBe('')
  expect(redone(undone(second)).now.title).toBe('二')
  expect(redone(changed(undone(second), { ...blankContent, title: '三' })).now.title).toBe('三')
})

test('what keeps it from being saved is said where it is put right', () => {
  expect(gapsIn(blankContent)).toEqual([
    { field: 'title', message: '请填写应用名称' },
    { field: 'summary', message: '请用一句话说明' },
  ])
  const wired = {
    ...named,
    wiring: [
      {
        key: 'wire-1',
        when: { of: 'service' as const, part: 'gone', at: 'submitted' as const },
        does: [{ do: 'step' as const, step: 'decline' as const }],
      },
    ],
  }
  expect(gapsIn(wired)).toEqual([{ wire: 'wire-1', message: '请写明给居民的答复' }])
  // Said once, though the check says it too.
  expect(problemsIn(wired).filter(({ message }) => message === '请写明给居民的答复')).toHaveLength(1)
  for (const { content } of applicationTemplates) expect(problemsIn(content)).toEqual([])
})

test('whatever ships can be put into an application, and it is one that may be opened', () => {
  const all = [
    ...channelTemplates.map((template) => withServiceTemplate(named, template)),
    ...ledgerTemplates.map(({ id }) => withLedgerTemplate(named, id)),
    ...taskTemplates.map((template) => withTaskTemplate(named, template)),
    ...noticeTemplates.map(({ id }) => withNoticeTemplate(named, id)),
  ]
  for (const content of all) {
    expect(applicationContent.safeParse(content).error?.issues ?? []).toEqual([])
    expect(applicationProblems(content)).toEqual([])
  }
})

test('where somebody else confirms, who that is becomes a role', () => {
  const template = channelTemplates.find(({ procedure }) => procedure === 'partner-confirms')
  if (template === undefined) throw new Error('it does not ship')
  const { roles, parts } = withServiceTemplate(named, template)
  expect(roles.map(({ name }) => name)).toEqual(['承办单位'])
  expect(parts[0]?.kind === 'service' ? parts[0].partners : []).toEqual([{ role: 'role-1', part: 'partner' }])
})

test('a task looks at what a ledger of the application holds, where there is one of its kind', () => {
  const template = taskTemplates.find(({ id }) => id === 'fire-safety')
  if (template === undefined) throw new Error('it does not ship')
  const about = (content: typeof named) => {
    const last = withTaskTemplate(content, template).parts.at(-1)
    return last?.kind === 'task' ? last.content.about : undefined
  }
  expect(about(named)).toEqual({ of: 'one', kind: 'organisation' })
  expect(about(withLedgerTemplate(named, 'small-shops'))).toEqual({ of: 'ledger', part: 'ledger-1' })
})
