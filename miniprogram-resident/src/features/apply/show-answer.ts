import Taro from '@tarojs/taro'
import type { AnswerProblem } from '@zmht/shared/controls'
import { answerAnchor } from '@zmht/shared/ui'

/** Brings an answer into sight, once it is drawn. */
export function showAnswer(problem: AnswerProblem): void {
  const id = answerAnchor(problem)
  setTimeout(() => {
    if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.scrollIntoView({ block: 'center' })
    else void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -96 }).catch(() => undefined)
  }, 100)
}
