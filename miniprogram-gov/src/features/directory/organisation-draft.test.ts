import { contract, mintOrganisationId, type OrganisationReply } from '@zmht/shared/contract'
import { placeIdFrom } from '@zmht/shared/geo'
import { describe, expect, test } from 'vitest'
import { newOrganisation, organisationBody, organisationDraft, organisationProblems } from './organisation-draft'

const place = { id: placeIdFrom(new Uint8Array(7)), name: '望京街道', level: 'subdistrict' } as const
const organisation: OrganisationReply = {
  id: mintOrganisationId(),
  name: '望京街道办事处',
  kind: 'government',
  place,
  manages: [place],
  posts: [],
  below: [],
  above: [],
  editable: true,
  edition: 3,
}

describe('an organisation', () => {
  test('is sent as it was when nothing is changed', () => {
    const body = organisationBody(organisationDraft(organisation), organisation.edition)
    expect(body).toEqual({
      name: '望京街道办事处',
      kind: 'government',
      place: place.id,
      manages: [place.id],
      edition: 3,
    })
    expect(contract.permissions.saveOrganisation.body.safeParse(body).success).toBe(true)
    const supervised = { ...organisation, supervisor: { id: mintOrganisationId(), name: '朝阳区民政局' } }
    expect(organisationBody(organisationDraft(supervised), 3)?.supervisor).toBe(supervised.supervisor.id)
  })

  test('that is new hangs below another and manages nothing yet', () => {
    const draft = newOrganisation(organisation)
    expect(organisationProblems(draft, undefined)).toEqual({ name: '请填写单位名称' })
    expect(organisationBody({ ...draft, name: ' 望京司法所 ' }, 0)).toEqual({
      name: '望京司法所',
      kind: 'government',
      parent: organisation.id,
      manages: [],
      edition: 0,
    })
  })

  test('is not its own parent, and its number is whole', () => {
    const draft = { ...organisationDraft(organisation), parent: organisation, phone: '12' }
    expect(Object.keys(organisationProblems(draft, organisation.id))).toEqual(['parent', 'phone'])
    expect(organisationProblems({ ...draft, phone: '010-6470 0000 转 8001' }, undefined)).toEqual({})
  })
})
