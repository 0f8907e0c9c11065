import { myWork, work } from './handlers/work'

export const endpoints = [work, myWork]
