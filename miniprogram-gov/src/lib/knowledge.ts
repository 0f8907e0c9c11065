import { knowledgeSourceOf } from '@zmht/shared/ui'
import { api } from './api'

/** The city knowledge system as far as this device knows it. */
export const { useKnowledge, refresh: refreshKnowledge } = knowledgeSourceOf(api)
