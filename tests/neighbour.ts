import { type Api, mintRequestId } from '@zmht/shared/contract'
import { answersFrom, type FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { apiAt, loginCodeOf, newWechatUser, type Stack } from './weapp/stack'

/** 花家地北里社区. */
export const community = '110105026047'

/** A resident with a home in the community, known to nobody else who uses the stack. */
export interface Neighbour {
  readonly api: Api
  /** Their name in WeChat. */
  readonly who: string
  readonly home: PlaceId
  /** Their mother, made up. */
  readonly mother: { readonly name: string; readonly idNumber: string }
}

/** Somebody moves in: signs in with WeChat, agrees to the guideline, says where they live. */
export async function aNeighbour(
  stack: Stack,
  { code, compound } = { code: community, compound: '花家地北里' },
): Promise<Neighbour> {
  const who = newWechatUser()
  const { accessToken, me } = await apiAt(stack.resident).permissions.signInByWechat({
    body: { app: 'resident', code: loginCodeOf(who) },
  })
  if (me.kind !== 'resident') throw new Error('the residents’ application let in an official')
  const api = apiAt(stack.resident, accessToken)
  await api.permissions.consent({ params: { guideline: me.guideline } })
  let { id } = await api.hierarchy.byCode({ params: { code } })
  for (const name of [compound, '1号楼', '1单元', '302']) {
    const { items } = await api.hierarchy.children({ params: { placeId: id }, query: {} })
    const child = items.find((place) => place.name === name)
    if (child === undefined) throw new Error(`the demonstration has no place ${name}`)
    id = child.id
  }
  await api.permissions.setHome({ params: { placeId: id }, body: { label: '常住' } })
  return { api, who, home: id, mother: { name: '秦白露', idNumber: madeUpIdNumber() } }
}

/** A number nobody has: right in form (GB 11643), with an order code taken from the clock. */
function madeUpIdNumber(): string {
  const moment = Date.now()
  const day = String((Math.floor(moment / 1000) % 28) + 1).padStart(2, '0')
  const digits = `11010519${40 + (Math.floor(moment / 28_000) % 15)}03${day}${String(moment % 500)
    .padStart(3, '0')
    .slice(0, 2)}2`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

/** The resident books it through the API for their mother. */
export async function book({ api, home, mother }: Neighbour, service: { readonly id: string }, note: string) {
  const found = await api.channels.service({ params: { channelId: service.id }, query: {} })
  const typed: Readonly<Record<string, FormAnswers[string][number]['values']>> = {
    applicant: { applicantName: '何清明', applicantMobile: '19000009016', consent: true },
    elder: {
      elderName: mother.name,
      elderIdNumber: mother.idNumber,
      elderHome: home,
      elderDiseases: ['02'],
      elderMobility: '1',
    },
    visit: { preferredDate: '2027-03-10', preferredPeriod: '1', note },
  }
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(answersFrom(found.prefill)).map(([subject, instances]) => [
      subject,
      instances.map((one) => ({ ...one, values: { ...one.values, ...typed[subject] } })),
    ]),
  )
  return api.channels.submit({
    params: { channelId: service.id, requestId: mintRequestId() },
    body: { version: found.version, home: found.home, answers, notify: false },
  })
}
