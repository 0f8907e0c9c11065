import { expect, test } from 'vitest'
import { applyPatch, checkForm, collect, type FormAnswers, prefill, validateAnswers } from '../controls'
import { baseKnowledge, entityId } from '../knowledge'
import { idCheckCharacter } from '../knowledge/identifiers'
import { settingProblems } from '../rules'
import { channelTemplate, channelTemplates, taskTemplates } from '.'

test.each(channelTemplates.map((template) => [template.id, template] as const))(
  '%s can be published as it is',
  (_, template) => {
    expect(checkForm(baseKnowledge, template.form)).toEqual([])
    expect(template.form.knowledge).toBe(baseKnowledge.version)
  },
)

test.each(taskTemplates.map((template) => [template.id, template] as const))(
  '%s can be dispatched as it is',
  (_, one) => {
    expect(checkForm(baseKnowledge, one.form, 'target')).toEqual([])
    // What is asked of items nobody submits as a service, and the other way round.
    expect(checkForm(baseKnowledge, one.form)).not.toEqual([])
    const problems = one.form.controls.flatMap(({ id, binding }) =>
      binding !== undefined && 'attribute' in binding && baseKnowledge.attribute(binding.attribute) === undefined
        ? [id]
        : [],
    )
    expect(problems).toEqual([])
  },
)

test('each template has an id of its own', () => {
  expect(new Set(channelTemplates.map((one) => one.id)).size).toBe(channelTemplates.length)
})

test('the three variants of the check-up differ in configuration data and in nothing else', () => {
  const variants = channelTemplates.filter(({ id }) => id.startsWith('check-up-'))
  expect(variants.map(({ procedure }) => procedure).sort()).toEqual(['open', 'partner-confirms', 'worker-confirms'])
  const keys = [...new Set(variants.flatMap((one) => Object.keys(one)))] as (keyof (typeof variants)[number])[]
  const differing = keys.filter((key) => new Set(variants.map((one) => JSON.stringify(one[key]))).size > 1)
  for (const key of differing)
    for (const one of variants)
      process.stdout.write(`${key.padEnd(10)} ${one.id.padEnd(26)} ${JSON.stringify(one[key])}\n`)
  expect(differing.sort()).toEqual(['booking', 'form', 'id', 'procedure', 'stepDays', 'summary', 'title'])
  // Where a time is picked nobody is asked for a day beside it; all else is asked alike.
  const asked = (id: string) => variants.find((one) => one.id === id)?.form.controls.map((control) => control.id) ?? []
  expect(asked('check-up-worker-confirms')).toEqual(asked('check-up-partner-confirms'))
  expect(asked('check-up-worker-confirms').filter((id) => !asked('check-up-open').includes(id))).toEqual([
    'preferredDate',
    'preferredPeriod',
  ])
  // Pure data: nothing of a variant is code.
  for (const one of variants) {
    expect(JSON.parse(JSON.stringify(one))).toEqual(one)
    expect(settingProblems({ ...one, promisedDays: 3 })).toEqual([])
  }
})

const idNumber = (seventeen: string) => seventeen + idCheckCharacter(seventeen)
const daughter = entityId('e0000000000000000daug')
const home = 'k3m9x2p7q1a'
const noon = '2026-11-24T04:00:00.000Z'

const booking: FormAnswers = {
  applicant: [
    { entity: daughter, values: { applicantName: '王小梅', applicantMobile: '138 0000 1234', consent: true } },
  ],
  elder: [
    {
      values: {
        elderName: ' 王建国 ',
        elderIdNumber: idNumber('11010519520304001'),
        elderHome: home,
        elderDiseases: ['03', '02'],
        elderMobility: '2',
      },
    },
  ],
  visit: [{ values: { transport: true, preferredDate: '2026-12-01', preferredPeriod: '1' } }],
}

test('a daughter books the check-up for her father, and next time only confirms', () => {
  const form = channelTemplate('check-up-worker-confirms')?.form ?? { knowledge: '', subjects: [], controls: [] }
  expect(validateAnswers(baseKnowledge, form, booking, { at: noon })).toEqual([])
  const patch = collect(baseKnowledge, form, booking, { actor: daughter, submission: 'r1', at: noon })
  expect(patch.relations).toEqual([
    { type: 'parent', from: { fresh: 'r1/elder/0' }, to: { known: daughter } },
    { type: 'resides-at', from: { fresh: 'r1/elder/0' }, to: { known: home } },
    { type: 'applied-by', from: { fresh: 'r1/visit/0' }, to: { known: daughter } },
    { type: 'about', from: { fresh: 'r1/visit/0' }, to: { fresh: 'r1/elder/0' } },
  ])
  const elder = patch.entities.find((one) => 'fresh' in one.ref && one.ref.fresh === 'r1/elder/0')
  expect(Object.fromEntries(elder?.facts.map((fact) => [fact.attribute, fact.value]) ?? [])).toEqual({
    'person.name': '王建国',
    'person.idNumber': idNumber('11010519520304001'),
    'person.birthDate': '1952-03-04',
    'person.sex': '1',
    'person.chronicDiseases': ['02', '03'],
    'person.mobilityLevel': '2',
  })

  const father = entityId('e0000000000000000fath')
  const graph = applyPatch(baseKnowledge, { entities: {}, relations: [] }, patch, {
    source: { kind: 'self', id: 'r1', label: '老年人健康体检' },
    at: '2026-11-24T06:30:00.000Z',
    by: 'a1',
    authority: (id) => (id === daughter ? 'own' : 'told'),
    resolve: (ref) => (ref.fresh === 'r1/elder/0' ? father : entityId(`e${ref.fresh}`)),
  })
  const nextYear = prefill(baseKnowledge, form, graph, { actor: daughter, at: '2027-12-24T06:30:00.000Z' })
  expect(nextYear.elder?.[0]?.entity).toBe(father)
  expect(nextYear.elder?.[0]?.values.elderName).toEqual({
    value: '王建国',
    source: '老年人健康体检',
    at: '2026-11-24T06:30:00.000Z',
    stale: false,
  })
  expect(nextYear.elder?.[0]?.values.elderHome?.value).toBe(home)
  expect(nextYear.elder?.[0]?.values.elderDiseases?.stale).toBe(true)
  expect(nextYear.visit).toEqual([{ values: {} }])
})

test('a father who walks well is not asked about transport', () => {
  const form = channelTemplate('check-up-open')?.form ?? { knowledge: '', subjects: [], controls: [] }
  const fit = { ...booking, elder: [{ values: { ...booking.elder?.[0]?.values, elderMobility: '1' } }] }
  const facts = collect(baseKnowledge, form, fit, { actor: daughter, submission: 'r1', at: noon }).entities.flatMap(
    (one) => one.facts,
  )
  expect(facts.map((fact) => fact.attribute)).not.toContain('event.transportNeeded')
})
