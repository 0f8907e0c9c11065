import {
  type Attribute,
  type AttributeCode,
  type Claim,
  type Claims,
  type Instant,
  type Sensitivity,
  upgradeClaims,
  type Value,
  type ValueType,
} from '@zmht/shared/knowledge'
import { knowledgeNow } from '../knowledge/index'
import { open, seal } from '../platform/cipher'

/** A claim as stored: what is sensitive, and every phone number, is sealed under the entity and attribute it belongs to. */
export interface StoredClaim extends Omit<Claim, 'value'> {
  readonly value?: Value
  readonly sealed?: Uint8Array
}
export type StoredClaims = Readonly<Record<AttributeCode, readonly StoredClaim[]>>

const isPhone = (value: ValueType | undefined): boolean =>
  value?.type === 'identifier' && (value.scheme === 'mobile' || value.scheme === 'phone')

/** Claims as stored: what is sensitive, every phone, and what the system in force does not know, is sealed. */
export async function storeClaims(
  claims: Claims,
  sensitivity: (what: Attribute, at: Instant) => Sensitivity,
  contextOf: (code: AttributeCode) => string,
): Promise<StoredClaims> {
  const knowledge = await knowledgeNow()
  const storeOne = async (code: AttributeCode, { value, ...rest }: Claim): Promise<StoredClaim> => {
    const what = knowledge.attribute(code)
    const secret = what === undefined || isPhone(what.value) || sensitivity(what, rest.at) === 'sensitive'
    return secret ? { ...rest, sealed: await seal(value, contextOf(code)) } : { ...rest, value }
  }
  return mapClaims(claims, storeOne)
}

/** Claims as the system in force reads them, whatever version they were said under. */
export async function restoreClaims(stored: StoredClaims, contextOf: (code: AttributeCode) => string): Promise<Claims> {
  const restoreOne = async (code: AttributeCode, { value, sealed, ...rest }: StoredClaim): Promise<Claim> => ({
    ...rest,
    value: sealed === undefined ? (value ?? '') : await open<Value>(sealed, contextOf(code)),
  })
  return upgradeClaims(await knowledgeNow(), await mapClaims(stored, restoreOne))
}

async function mapClaims<From, To>(
  claims: Readonly<Record<AttributeCode, readonly From[]>>,
  map: (code: AttributeCode, claim: From) => Promise<To>,
): Promise<Readonly<Record<AttributeCode, readonly To[]>>> {
  const mapped = await Promise.all(
    Object.entries(claims).map(
      async ([code, said]) => [code, await Promise.all(said.map((claim) => map(code, claim)))] as const,
    ),
  )
  return Object.fromEntries(mapped)
}
