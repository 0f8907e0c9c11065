import { inflateRawSync } from 'node:zlib'

/** All parts of a workbook together; the largest real ones we met unpack to a tenth of it. */
const mostUnpacked = 150 * 1024 * 1024
const mostParts = 5000

/**
 * Looks at a zip file before anything unpacks it: by the sizes its directory states, and by unpacking each part with that size as the
 * limit, since the directory may lie.
 * @returns what is wrong with it, in words for the clerk; nothing when it is safe to read
 */
export function zipProblem(bytes: Buffer): string | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) return '文件不完整，请重新保存后再上传'
  const parts = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (parts === 0xffff || at === 0xffffffff || parts > mostParts) return '文件里的部分太多，不能读取'
  let total = 0
  for (let part = 0; part < parts; part++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return '文件不完整，请重新保存后再上传'
    const packed = bytes.readUInt32LE(at + 20)
    const unpacked = bytes.readUInt32LE(at + 24)
    total += unpacked
    if (unpacked === 0xffffffff || total > mostUnpacked) return `解开后超过${mostUnpacked / 1024 / 1024}兆，不能读取`
    const isDeflated = bytes.readUInt16LE(at + 10) === 8
    if (isDeflated && !unpacksTo(bytes, bytes.readUInt32LE(at + 42), packed, unpacked))
      return '文件内容和目录不符，不能读取'
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return undefined
}

function unpacksTo(bytes: Buffer, local: number, packed: number, unpacked: number): boolean {
  if (local + 30 > bytes.length) return false
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  try {
    return (
      inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, unpacked) }).length ===
      unpacked
    )
  } catch {
    return false
  }
}
