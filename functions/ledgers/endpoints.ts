import { askCharge, askedCharges, charges, decideCharge, endCharge } from './handlers/charges'
import { choices } from './handlers/choices'
import { decide } from './handlers/decisions'
import { entity, history } from './handlers/entity'
import { holdings } from './handlers/holdings'
import { mine, people, undecided } from './handlers/people'

export const endpoints = [
  mine,
  people,
  entity,
  undecided,
  history,
  decide,
  holdings,
  choices,
  charges,
  askCharge,
  endCharge,
  askedCharges,
  decideCharge,
]
