import { filesOf, placeSourceOf } from '@zmht/shared/ui'
import { session } from './session'

/** Every endpoint as a function; throws a `Problem` with words for the person. */
export const api = session.api

/** Photos and files put beside what is written. */
export const files = filesOf(api)

/** Places for pickers and place names. */
export const places = placeSourceOf(api)
