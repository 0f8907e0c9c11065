import type { Form, Subject } from '@zmht/shared/controls'
import type { ServiceFor } from '@zmht/shared/rules'
import type { ServiceDraft } from './service-draft'

/** The organisation a form is about, as every new one begins. */
const applying: Subject = { key: 'applying', kind: 'organisation', name: '申请单位', is: { by: 'target' } }

/** A form as organisations are asked it: about the organisation, whoever fills it in being its delegate. */
function forOrganisations(form: Form): Form {
  if (form.subjects.some(({ is }) => is.by === 'target')) return form
  const taken = form.subjects.some(({ key }) => key === applying.key)
  const subject = taken ? { ...applying, key: `${applying.key}2` } : applying
  const others = form.subjects.map((one) => (one.is.by === 'actor' ? { ...one, name: '经办人' } : one))
  const name = {
    id: `${subject.key}Name`,
    kind: 'text' as const,
    label: '单位名称',
    required: true,
    binding: { subject: subject.key, attribute: 'organisation.name' },
  }
  return { ...form, subjects: [subject, ...others], controls: [name, ...form.controls] }
}

/** A form as residents are asked it: nothing is about an organisation they act for, nor reached through it. */
function forResidents(form: Form): Form {
  const gone = new Set(form.subjects.filter(({ is }) => is.by === 'target').map(({ key }) => key))
  if (gone.size === 0) return form
  for (let grew = true; grew; ) {
    grew = false
    for (const { key, is } of form.subjects)
      if (!gone.has(key) && is.by === 'relation' && gone.has(is.of)) {
        gone.add(key)
        grew = true
      }
  }
  const subjects = form.subjects
    .filter(({ key }) => !gone.has(key))
    .map((one) => (one.is.by === 'actor' ? { ...one, name: '申请人' } : one))
  return {
    ...form,
    subjects,
    controls: form.controls.filter(({ binding }) => binding === undefined || !gone.has(binding.subject)),
  }
}

/** @returns the draft for others than before: one step, which can be taken back */
export function draftFor(draft: ServiceDraft, whom: ServiceFor): ServiceDraft {
  const { for: _before, audience: _audience, ...rest } = draft
  return whom === 'organisations'
    ? { ...rest, for: whom, form: forOrganisations(draft.form) }
    : { ...rest, form: forResidents(draft.form) }
}

/** What the form as it is lets a resident do: another person can only be asked for where the form is about them too. */
export function residentsWords({ subjects }: Form): string {
  const others = subjects.filter(({ kind, is }) => kind === 'person' && is.by === 'relation').map(({ name }) => name)
  return others.length > 0
    ? `居民自己填，填的还有：${others.join('、')}`
    : '居民给自己办。要让居民替家人办，请在表单里加上家人（比如申请人的父母），再问家人的情况'
}
