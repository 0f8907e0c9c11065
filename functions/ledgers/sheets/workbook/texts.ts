import { limits, SheetRefused } from './refused'

const chunkBytes = 4 * 1024 * 1024

/** Many short texts by number, packed: as strings of their own hundreds of thousands would fill the memory several times over. */
export class PackedTexts {
  private readonly chunks: Buffer[] = []
  private used = chunkBytes
  private starts = new Float64Array(1024)
  private lengths = new Uint32Array(1024)
  private count = 0

  /** @throws SheetRefused when there is too much of them */
  add(text: string): void {
    const bytes = Buffer.byteLength(text)
    if (text.length > limits.cellCharacters) throw new SheetRefused('有单元格的文字太长，请删减后再上传')
    if (this.used + bytes > chunkBytes) {
      if ((this.chunks.length + 1) * chunkBytes > limits.textBytes)
        throw new SheetRefused('表格里的文字太多，请分成几个再上传')
      this.chunks.push(Buffer.allocUnsafe(chunkBytes))
      this.used = 0
    }
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = (this.chunks.length - 1) * chunkBytes + this.used
    this.lengths[this.count] = bytes
    this.chunks.at(-1)?.write(text, this.used)
    this.used += bytes
    this.count += 1
  }

  /** @returns a blank text for a number there is none of */
  at(number: number): string {
    const start = this.starts[number]
    const length = this.lengths[number]
    if (start === undefined || length === undefined || number >= this.count) return ''
    const within = start % chunkBytes
    return this.chunks[Math.floor(start / chunkBytes)]?.toString('utf8', within, within + length) ?? ''
  }

  private grow(): void {
    const [starts, lengths] = [new Float64Array(this.count * 2), new Uint32Array(this.count * 2)]
    starts.set(this.starts)
    lengths.set(this.lengths)
    this.starts = starts
    this.lengths = lengths
  }
}
