/** The key of what somebody is about to do: kept until it is answered, and only as long as just the same is asked. */
export class Intent {
  private readonly mint: () => string
  private kept: { readonly key: string; readonly of: string } | undefined

  constructor(mint: () => string) {
    this.mint = mint
  }

  /** @param asked plain data */
  keyFor(asked: unknown): string {
    const of = JSON.stringify(asked) ?? ''
    if (this.kept?.of !== of) this.kept = { key: this.mint(), of }
    return this.kept.key
  }

  /** Whatever is asked next is another intent. */
  answered(): void {
    this.kept = undefined
  }
}
