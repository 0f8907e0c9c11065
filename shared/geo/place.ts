declare const brand: unique symbol
/** A place's opaque id for life: 10 characters of Crockford base32 (lower case) and one check character. */
export type PlaceId = string & { readonly [brand]: 'PlaceId' }
/** Place ids from the root to the place itself, joined by `/`. Derived from the edges of the tree. */
export type PlacePath = string & { readonly [brand]: 'PlacePath' }

/** The nine levels, 省-市-区-街-居-小区-楼栋-单元门-门牌号. A branch may skip one (a municipality has no 市). */
export const levels = [
  'province',
  'city',
  'district',
  'subdistrict',
  'community',
  'compound',
  'building',
  'unit',
  'door',
] as const
export type Level = (typeof levels)[number]

export const levelNames: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  district: '区县',
  subdistrict: '街道乡镇',
  community: '社区村',
  compound: '小区',
  building: '楼栋',
  unit: '单元',
  door: '门牌号',
}

/** 行政区划, 地标性兴趣点, 道路. */
export const placeKinds = ['division', 'landmark', 'road'] as const
export type PlaceKind = (typeof placeKinds)[number]

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const bodyLength = 10

/**
 * Check character of an id's body: Luhn mod N over the alphabet of 32, which catches every single wrong character and most swaps.
 * @throws RangeError when the body has a character outside the alphabet.
 */
function checkCharacter(body: string): string {
  let factor = 2
  let sum = 0
  for (let index = body.length - 1; index >= 0; index--) {
    const code = alphabet.indexOf(body.charAt(index))
    if (code < 0) throw new RangeError(`not an id character: ${body.charAt(index)}`)
    const addend = code * factor
    sum += Math.floor(addend / alphabet.length) + (addend % alphabet.length)
    factor = factor === 2 ? 1 : 2
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length)
}

/** @returns a place id from 7 bytes or more (50 bits are used): random ones for a new place, a digest for an imported one. */
export function placeIdFrom(bytes: Uint8Array): PlaceId {
  if (bytes.length < 7) throw new RangeError('a place id needs 7 bytes')
  let bits = 0
  let held = 0
  let body = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && body.length < bodyLength) {
      bits -= 5
      body += alphabet.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return (body + checkCharacter(body)) as PlaceId // the one place where ids are made
}

/** True for a well-formed id: the right length and alphabet, and the check character fits. It says nothing about existence. */
export function isPlaceId(text: string): text is PlaceId {
  if (text.length !== bodyLength + 1) return false
  for (const character of text) if (!alphabet.includes(character)) return false
  return checkCharacter(text.slice(0, bodyLength)) === text.charAt(bodyLength)
}

/** @returns the path of a place from its lineage, root first and the place last. */
export function pathOf(lineage: readonly PlaceId[]): PlacePath {
  return lineage.join('/') as PlacePath // joined ids are a path by definition
}

/** @returns the ids along a path, root first. */
export function lineageOf(path: PlacePath): PlaceId[] {
  return path === '' ? [] : (path.split('/') as PlaceId[]) // a path is made of ids by pathOf
}

/** True when the place with this lineage is the territory itself or lies inside it. Look-alike ids never match: whole ids are compared. */
export function isWithin(lineage: readonly string[], territory: string): boolean {
  return lineage.includes(territory)
}

/** True when a path leads through another and on: strictly inside. */
export function isUnder(path: string, above: string): boolean {
  return path.length > above.length && path.startsWith(above) && path.charAt(above.length) === '/'
}

/** A place as people meet it. */
export interface NamedPlace {
  readonly id: PlaceId
  readonly name: string
  readonly level: Level
}

/**
 * The shortest tail that tells a resident where: from the community's compound downwards, or the last two names above that.
 * 「花家地北里 3号楼 2单元 501」「望京街道 花家地北里社区」
 */
export function placeTail(lineage: readonly NamedPlace[]): string {
  const below = lineage.filter((place) => levels.indexOf(place.level) >= levels.indexOf('compound'))
  const shown = below.length > 0 ? below : lineage.slice(-2)
  return shown.map((place) => shortName(place)).join(' ')
}

/** 「花家地北里社区居委会」 → 「花家地北里社区」. Only what the published names append to a community is cut. */
export function shortName(place: Pick<NamedPlace, 'name' | 'level'>): string {
  if (place.level !== 'community') return place.name
  return place.name
    .replace(/(社区)?(居民委员会|居委会)$/u, '社区')
    .replace(/(村民委员会|村委会)$/u, (_match, _group, offset: number, whole: string) =>
      whole.charAt(offset - 1) === '村' ? '' : '村',
    )
}
