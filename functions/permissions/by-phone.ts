import { blind } from '../platform/cipher'
import { readLogin } from './account.store'

export const phoneIndexOf = (phone: string): Promise<string> => blind('phone', phone)
export const phoneWay = (phoneIndex: string): string => `phone#${phoneIndex}`

/** The account of the resident who has proven a phone. Strongly consistent. */
export async function residentWithPhone(phone: string): Promise<string | undefined> {
  return readLogin('resident', phoneWay(await phoneIndexOf(phone)))
}
