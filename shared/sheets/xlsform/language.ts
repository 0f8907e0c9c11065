/** Names of languages as forms write them, by BCP 47 tag. */
const tags: Readonly<Record<string, string>> = {
  english: 'en',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  spanish: 'es',
  español: 'es',
  arabic: 'ar',
  portuguese: 'pt',
  russian: 'ru',
  swahili: 'sw',
  italian: 'it',
  german: 'de',
  japanese: 'ja',
  korean: 'ko',
  burmese: 'my',
  uyghur: 'ug',
  tibetan: 'bo',
  mongolian: 'mn',
  chinese: 'zh',
  中文: 'zh',
  汉语: 'zh',
  普通话: 'zh',
  简体中文: 'zh',
}

/** @returns the tag of a language: `English (en)`, `French`, `zh-CN`; a private one where it has none */
export function tagOf(language: string): string {
  const inBrackets = /[（(]([a-z]{2,3}(?:-[A-Za-z0-9]+)*)[)）]\s*$/i.exec(language)?.[1]
  if (inBrackets) return inBrackets
  const name = language.trim().toLowerCase()
  if (tags[name]) return tags[name]
  if (/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(name)) return name
  return `x-${name.replace(/[^a-z0-9]+/g, '').slice(0, 8) || 'other'}`
}

/** @returns the language people here read: Chinese, else the form's default, else its own without a name, else the first */
export function mainLanguage(languages: readonly string[], usual: string): string {
  const chinese = languages.find((one) => tagOf(one).toLowerCase().startsWith('zh'))
  if (chinese !== undefined) return chinese
  const named = languages.find((one) => one.toLowerCase() === usual.trim().toLowerCase() && one !== '')
  return named ?? languages.find((one) => one === '') ?? languages[0] ?? ''
}
