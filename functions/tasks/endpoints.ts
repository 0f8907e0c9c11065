import { work } from './handlers/work'

export const endpoints = [work]
