import { Image } from '@tarojs/components'

/** A picture; `words` say what it shows to those who do not see it. */
export function Picture({
  source,
  words,
  className,
  whole = false,
}: {
  readonly source: string
  readonly words: string
  readonly className?: string
  /** Shown to its edges in WeChat, where styles do not say so. */
  readonly whole?: boolean
}) {
  return process.env.TARO_ENV === 'h5' ? (
    <img src={source} alt={words} className={className} draggable={false} />
  ) : (
    <Image
      src={source}
      mode={whole ? 'aspectFit' : 'aspectFill'}
      ariaLabel={words}
      {...(className ? { className } : {})}
    />
  )
}
