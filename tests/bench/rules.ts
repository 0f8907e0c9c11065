import {
  type Control,
  checkForm,
  type Expression,
  type Form,
  shownControls,
  validateAnswers,
} from '@zmht/shared/controls'
import { baseKnowledge, baseVersion, type Value } from '@zmht/shared/knowledge'
import { SurveyModel } from 'survey-core'

const questions = 250
const showWhen = 170
const requiredWhen = 110
const constraints = 110
const computed = 30

type Show = (what: string, figure: number, unit: string, most: number) => void

interface Rule {
  /** The question looked at, and what it is compared with. */
  readonly of: number
  readonly least: number
}
const id = (at: number): string => `q${at}`
/** The rules are spread over the form and look at what stands before them. */
const ruleFor = (at: number, step: number): Rule => ({ of: (at * step) % Math.max(1, at - 40), least: (at * 3) % 7 })

interface Plan {
  readonly at: number
  readonly show?: readonly [Rule, Rule]
  readonly need?: Rule
  readonly must?: Rule
  readonly sumOf?: readonly [number, number]
}

const plans: readonly Plan[] = Array.from({ length: questions }, (_, at): Plan => {
  const isComputed = at >= questions - computed
  return {
    at,
    ...(at >= 50 && at < 50 + showWhen ? { show: [ruleFor(at, 7), ruleFor(at, 11)] as const } : {}),
    ...(at >= 60 && at < 60 + requiredWhen ? { need: ruleFor(at, 13) } : {}),
    ...(at >= 100 && at < 100 + constraints ? { must: ruleFor(at, 5) } : {}),
    ...(isComputed ? { sumOf: [(at * 3) % 40, (at * 7) % 40] as const } : {}),
  }
})

/** 250 questions, 420 rules: 170 show, 110 need, 110 constrain, 30 compute. */
function ours(): Form {
  const atLeast = ({ of, least }: Rule): Expression => ({ '>=': [{ var: id(of) }, least] })
  return {
    knowledge: baseVersion,
    subjects: [{ key: 'me', kind: 'person', name: '您', is: { by: 'actor' } }],
    controls: plans.map(
      ({ at, show, need, must, sumOf }): Control => ({
        id: id(at),
        kind: sumOf ? 'computed' : 'number',
        label: `第${at + 1}题`,
        required: false,
        binding: { subject: 'me', own: { type: 'number:0..1000000:个' } },
        ...(show ? { showWhen: { or: [atLeast(show[0]), atLeast(show[1])] } } : {}),
        ...(need ? { requiredWhen: atLeast(need) } : {}),
        ...(must
          ? {
              constraints: [
                { must: { '<=': [{ var: id(at) }, { '+': [{ var: id(must.of) }, 1000] }] }, message: '太大' },
              ],
            }
          : {}),
        ...(sumOf ? { compute: { '+': sumOf.map((one) => ({ var: id(one) })) } } : {}),
      }),
    ),
  }
}

/** The same form as the peer writes it. */
function theirs(): SurveyModel {
  const atLeast = ({ of, least }: Rule): string => `{${id(of)}} >= ${least}`
  return new SurveyModel({
    elements: plans.map(({ at, show, need, must, sumOf }) => ({
      name: id(at),
      type: sumOf ? 'expression' : 'text',
      ...(sumOf ? { expression: sumOf.map((one) => `{${id(one)}}`).join(' + ') } : { inputType: 'number' }),
      ...(show ? { visibleIf: show.map(atLeast).join(' or ') } : {}),
      ...(need ? { requiredIf: atLeast(need) } : {}),
      ...(must
        ? { validators: [{ type: 'expression', text: '太大', expression: `{${id(at)}} <= {${id(must.of)}} + 1000` }] }
        : {}),
    })),
  })
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

/** Every rule of the form after each keystroke, beside a peer that keeps itself up to date by events. */
export function benchRules(show: Show): void {
  const form = ours()
  const problems = checkForm(baseKnowledge, form)
  if (problems.length > 0) throw new Error(`the form of the bench cannot be published: ${problems[0]?.message}`)
  const rules = plans.reduce(
    (sum, { show: shows, need, must, sumOf }) => sum + [shows, need, must, sumOf].filter(Boolean).length,
    0,
  )
  const survey = theirs()
  const values: Record<string, Value> = {}
  const [own, peer]: [number[], number[]] = [[], []]
  const at = new Date().toISOString()
  for (let keystroke = 0; keystroke < 400; keystroke++) {
    const key = id((keystroke * 17) % (questions - computed))
    const typed = keystroke % 9
    const before = performance.now()
    values[key] = typed
    const answers = { me: [{ values: { ...values } }] }
    shownControls(baseKnowledge, form, answers, at)
    validateAnswers(baseKnowledge, form, answers, { at })
    const between = performance.now()
    survey.setValue(key, typed)
    survey.validate(false)
    const after = performance.now()
    // The first are left out: both engines warm up.
    if (keystroke >= 100) {
      own.push(between - before)
      peer.push(after - between)
    }
  }
  show(`all ${rules} rules of ${questions} questions, at each keystroke`, median(own), 'ms', 5)
  show('the same beside survey-core', median(own) / median(peer), 'times', 1)
}
