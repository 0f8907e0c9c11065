import { Image } from '@tarojs/components'

/** A picture; `words` say what it shows to those who do not see it. */
export function Picture({
  source,
  words,
  className,
}: {
  readonly source: string
  readonly words: string
  readonly className?: string
}) {
  return process.env.TARO_ENV === 'h5' ? (
    <img src={source} alt={words} className={className} draggable={false} />
  ) : (
    <Image src={source} mode="aspectFill" ariaLabel={words} {...(className ? { className } : {})} />
  )
}
