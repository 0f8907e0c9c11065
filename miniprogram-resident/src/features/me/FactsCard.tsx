import type { BodyOf, Contract, EntityReply, FactReply } from '@zmht/shared/contract'
import { Card, correctionOf, isCorrectable, ProblemNotice, toast, valueBefore } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { CorrectFact } from './CorrectFact'
import { FactRow } from './FactRow'
import { useTell } from './useTell'

type Facts = BodyOf<Contract['ledgers']['tell']>['facts']

/** What is known of somebody, each fact to be put right by themself or by who acts for them. */
export function FactsCard({
  person,
  isMe,
  mayTell,
}: {
  readonly person: EntityReply
  readonly isMe: boolean
  readonly mayTell: boolean
}) {
  const knowledge = useKnowledge()
  const say = useTell(person, isMe)
  const [correcting, setCorrecting] = useState<FactReply>()
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const attribute = correcting === undefined ? undefined : knowledge.attribute(correcting.attribute)
  const tell = async (fact: FactReply, facts: Facts, done: string) => {
    const waits = await say(facts)
    setWaiting((before) => [...before.filter((code) => code !== fact.attribute), ...waits])
    toast(waits.includes(fact.attribute) ? `${fact.label}已提交，等社区核对` : done)
  }
  /** @returns telling the same again; nothing where what is shown does not tell the value */
  const stillOf = (fact: FactReply) => {
    const what = knowledge.attribute(fact.attribute)
    if (!mayTell || what === undefined || !isCorrectable(what)) return undefined
    const same = correctionOf(what, valueBefore(what, fact))
    if (!same.ok) return undefined
    return async () => {
      setBusy(fact.attribute)
      setError(undefined)
      try {
        await tell(fact, same.facts, `${fact.label}已更新，谢谢您核对`)
      } catch (problem) {
        setError(problem)
      } finally {
        setBusy(undefined)
      }
    }
  }
  return (
    <>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Card flush>
        {person.facts.map((fact, index) => {
          const what = knowledge.attribute(fact.attribute)
          const still = stillOf(fact)
          return (
            <FactRow
              key={fact.attribute}
              fact={fact}
              line={index > 0}
              waits={waiting.includes(fact.attribute)}
              busy={busy === fact.attribute}
              onCorrect={mayTell && what !== undefined && isCorrectable(what) ? () => setCorrecting(fact) : undefined}
              onStill={still === undefined ? undefined : () => void still()}
            />
          )
        })}
      </Card>
      {correcting !== undefined && attribute !== undefined ? (
        <CorrectFact
          fact={correcting}
          attribute={attribute}
          tell={async (facts) => {
            await tell(correcting, facts, `${correcting.label}已更新`)
            setCorrecting(undefined)
          }}
          onClose={() => setCorrecting(undefined)}
        />
      ) : null}
    </>
  )
}
