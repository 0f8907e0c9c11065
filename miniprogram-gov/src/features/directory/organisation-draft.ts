import type { OrganisationBody, OrganisationReply } from '@zmht/shared/contract'
import type { OrganisationKind } from '@zmht/shared/permission'
import type { PathStep } from '@zmht/shared/ui'

interface Named {
  readonly id: string
  readonly name: string
}

/** An organisation as it is filled in. */
export interface OrganisationDraft {
  readonly name: string
  readonly kind?: OrganisationKind
  readonly parent?: Named
  readonly supervisor?: Named
  readonly place?: PathStep
  readonly phone: string
  readonly manages: readonly PathStep[]
}

export type OrganisationField = 'name' | 'kind' | 'parent' | 'phone'

/** A new one below another: it begins as of the same kind, and at the same place. */
export const newOrganisation = ({ id, name, kind }: OrganisationReply): OrganisationDraft => ({
  name: '',
  kind,
  parent: { id, name },
  phone: '',
  manages: [],
})

export const organisationDraft = ({
  name,
  kind,
  parent,
  supervisor,
  place,
  phone,
  manages,
}: OrganisationReply): OrganisationDraft => ({
  name,
  kind,
  ...(parent === undefined ? {} : { parent }),
  ...(supervisor === undefined ? {} : { supervisor }),
  ...(place === undefined ? {} : { place }),
  phone: phone ?? '',
  manages,
})

/** What is missing or wrong; `self` is the organisation itself, which cannot be its own parent. */
export function organisationProblems(
  { name, kind, parent, phone }: OrganisationDraft,
  self: string | undefined,
): Partial<Readonly<Record<OrganisationField, string>>> {
  return {
    ...(name.trim() === '' ? { name: '请填写单位名称' } : {}),
    ...(kind === undefined ? { kind: '请选择单位类型' } : {}),
    ...(parent !== undefined && parent.id === self ? { parent: '上级单位不能是它自己' } : {}),
    ...(phone.trim() !== '' && !/^[\d\s()+（）转-]{5,20}$/u.test(phone.trim())
      ? { phone: '请填写完整的电话号码' }
      : {}),
  }
}

/** What is sent; nothing while the kind is missing. */
export function organisationBody(draft: OrganisationDraft, edition: number): OrganisationBody | undefined {
  const { name, kind, parent, supervisor, place, phone, manages } = draft
  if (kind === undefined) return undefined
  return {
    name: name.trim(),
    kind,
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...(supervisor === undefined ? {} : { supervisor: supervisor.id }),
    ...(place === undefined ? {} : { place: place.id }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    manages: manages.map(({ id }) => id),
    edition,
  }
}
