import { baseVersion } from '@zmht/shared/knowledge'
import { type Link, type LinkKind, linkProblems, type PassedKey } from '@zmht/shared/rules'
import { basicProblems, blankDraft, blankForm, type ServiceDraft } from '../service-draft'

/** What is opened elsewhere asks for nothing here. */
const noForm: ServiceDraft['form'] = {
  knowledge: baseVersion,
  subjects: [{ key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } }],
  controls: [],
}

export const blankLink: ServiceDraft = {
  ...blankDraft,
  form: noForm,
  link: { kind: 'page', name: '', url: '' },
}

/** Another kind keeps whose it is, and what both have. A form that was put together is kept while its kind has one. */
export function withKind(draft: ServiceDraft, kind: LinkKind): ServiceDraft {
  const { link } = draft
  if (link?.kind === kind) return draft
  const name = link?.name ?? ''
  const url = link !== undefined && 'url' in link ? link.url : ''
  const passes = link !== undefined && 'passes' in link && link.passes !== undefined ? { passes: link.passes } : {}
  const { form } = draft
  switch (kind) {
    case 'page':
      return { ...draft, form: noForm, link: { kind, name, url, ...passes } }
    case 'mini-program':
      return { ...draft, form: noForm, link: { kind, name, appId: '', path: '', ...passes } }
    case 'endpoint':
      return { ...draft, form: form.controls.length > 0 ? form : blankForm, link: { kind, name, url } }
  }
}

/** What is typed into one of its fields. A field the kind has not changes nothing. */
export function withField(draft: ServiceDraft, field: 'name' | 'url' | 'appId' | 'path', value: string): ServiceDraft {
  const { link } = draft
  return link === undefined || !(field in link) ? draft : { ...draft, link: { ...link, [field]: value } }
}

/** Whether something of a resident's is asked for, and what for. */
export function withPassed(draft: ServiceDraft, key: PassedKey, purpose: string | undefined): ServiceDraft {
  const { link } = draft
  if (link === undefined || link.kind === 'endpoint') return draft
  const before = link.passes ?? []
  const { passes: _passes, ...rest } = link
  const next =
    purpose === undefined
      ? before.filter((one) => one.key !== key)
      : before.some((one) => one.key === key)
        ? before.map((one) => (one.key === key ? { key, purpose } : one))
        : [...before, { key, purpose }]
  return { ...draft, link: next.length === 0 ? rest : { ...rest, passes: next } }
}

export const purposeOf = (link: Link | undefined, key: PassedKey): string | undefined =>
  link === undefined || link.kind === 'endpoint' ? undefined : link.passes?.find((one) => one.key === key)?.purpose

/** @returns what is still missing before it can be published */
export const linkGaps = (draft: ServiceDraft): readonly string[] => [
  ...basicProblems(draft).map(({ message }) => message),
  ...linkProblems(draft.link, draft.form.controls),
]
