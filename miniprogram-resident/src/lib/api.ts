import { entitySourceOf, filesOf, placeSourceOf } from '@zmht/shared/ui'
import { session } from './session'

/** Every endpoint as a function; throws a `Problem` with words for the person. */
export const api = session.api

/** Places for pickers and place names. */
export const places = placeSourceOf(api)

/** Organisations and things to choose from. */
export const entities = entitySourceOf(api)

/** Photos, papers and signatures: into the bucket and out of it. */
export const files = filesOf(api)

/** The number WeChat knows, by the code its button gave. */
export const wechatPhone = async (code: string): Promise<string> =>
  (await api.permissions.wechatPhone({ body: { app: 'resident', code } })).phone
