import { check, countFacts, proposal, proposals, propose, publish, review } from './handlers/proposals'
import { prose, releases, uses } from './handlers/releases'

export const endpoints = [releases, prose, uses, proposals, proposal, propose, check, review, countFacts, publish]
