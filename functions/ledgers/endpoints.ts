import { entity, mine, people } from './handlers/people'

export const endpoints = [mine, people, entity]
