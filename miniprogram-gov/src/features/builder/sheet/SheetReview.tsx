import type { Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import type { FromWorkbook } from '@zmht/shared/sheets'
import { Box, Button, KeyValue, Notice, Row, Section, Stack, Tag, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { ColumnCard } from './ColumnCard'
import { correct, countOf, type Review, startReview } from './correct'
import type { OpenedWorkbook } from './open-workbook'

const longestTitle = 20

/** What a sheet became, to be looked through and corrected by clicking, before it becomes a form. */
export function SheetReview({
  knowledge,
  opened,
  named,
  doneWords,
  onDone,
  onOther,
}: {
  readonly knowledge: Knowledge
  readonly opened: OpenedWorkbook
  /** Whether it becomes a service of its own, which has a name. */
  readonly named: boolean
  readonly doneWords: string
  readonly onDone: (form: Form, title: string) => void
  readonly onOther: () => void
}) {
  const { result } = opened
  const [review, setReview] = useState<Review | undefined>(() => startReview(opened))
  const [title, setTitle] = useState(() => titleOf(result))
  if (!review) return null
  const { open, asked } = countOf(review)
  return (
    <Stack gap={6}>
      <Stack gap={3}>
        {named ? (
          <TextInput
            label="服务名称"
            hint="居民在列表里看到的名称，之后还能改"
            maxLength={longestTitle}
            value={title}
            onChange={setTitle}
          />
        ) : null}
        <Notice title={sayResult(result, review)}>
          {result.source === 'xlsform'
            ? '问题都先作为这张表自己的问题，回答只留在申请里。'
            : open > 0
              ? `还有 ${open} 列请您确认。不确认也可以，会先作为这张表自己的问题。`
              : '看一看下面的对应，不对的点“改”。'}
        </Notice>
        <Row gap={2} wrap>
          <Button disabled={asked === 0} onPress={() => onDone(review.form, title.trim())}>
            {doneWords}
          </Button>
          <Button variant="text" onPress={onOther}>
            换一个文件
          </Button>
        </Row>
      </Stack>
      {result.counts ? <Carried counts={result.counts} /> : null}
      <Problems problems={result.problems} isForm={result.source === 'xlsform'} />
      {review.columns.length > 0 ? (
        <Section title="每一列当作什么">
          <Box as="ul" role="list" label="每一列当作什么" className="g-templates">
            {review.columns.map((column) => (
              <Box as="li" key={column.column}>
                <ColumnCard
                  knowledge={knowledge}
                  form={review.form}
                  column={column}
                  onCorrect={(correction) => setReview(correct(knowledge, review, column.column, correction))}
                />
              </Box>
            ))}
          </Box>
        </Section>
      ) : null}
      <LedgerColumns knowledge={knowledge} result={result} />
    </Stack>
  )
}

/** 「独居老人登记表 Sheet1」 becomes 「独居老人登记」; what is merely called by its sheet has no name yet. */
function titleOf({ title }: FromWorkbook): string {
  const [first = ''] = title.split(/\s+/)
  if (!/[\u4e00-\u9fff]/.test(first)) return ''
  return first.replace(/(台账|登记表|花名册|统计表|汇总表|明细表|信息表|名单)$/, '登记').slice(0, longestTitle)
}

function sayResult({ source, counts }: FromWorkbook, { columns, form }: Review): string {
  if (source === 'xlsform') return `问卷有 ${counts?.questions.had ?? 0} 题，带过来 ${counts?.questions.kept ?? 0} 题`
  const right = columns.filter(({ confidence, settled }) => confidence === 'right' || settled).length
  return `${columns.length} 列里对上了 ${right} 列，表单有 ${form.controls.length} 项`
}

const countNames = { questions: '题目', choices: '选项', relevance: '显示条件', constraints: '核对条件' } as const

function Carried({ counts }: { readonly counts: NonNullable<FromWorkbook['counts']> }) {
  const names = Object.entries(countNames) as [keyof typeof countNames, string][] // keys of a literal
  return (
    <Section title="带过来多少">
      <KeyValue rows={names.map(([key, name]) => ({ key: name, value: `${counts[key].kept} / ${counts[key].had}` }))} />
    </Section>
  )
}

function Problems({ problems, isForm }: { readonly problems: FromWorkbook['problems']; readonly isForm: boolean }) {
  if (problems.length === 0) return null
  const where = ({ sheet, row, column }: FromWorkbook['problems'][number]) =>
    [sheet ? `工作表“${sheet}”` : '', row ? `第 ${row} 行` : '', column ? `第 ${column} 列` : ''].join('')
  return (
    <Section title={isForm ? `没有原样带过来的（${problems.length}）` : '请留意'}>
      <Box as="ul" role="list" label={isForm ? '没有原样带过来的' : '请留意'} className="g-notes">
        {problems.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
          <Box as="li" key={at}>
            <Text>{problem.message}</Text>
            {where(problem) ? (
              <Text size="small" tone="quiet">
                {where(problem)}
              </Text>
            ) : null}
          </Box>
        ))}
      </Box>
    </Section>
  )
}

/** Only told: ledgers are made elsewhere. */
function LedgerColumns({ knowledge, result }: { readonly knowledge: Knowledge; readonly result: FromWorkbook }) {
  const names = (result.ledger?.columns ?? []).flatMap((code) => knowledge.attribute(code)?.name ?? [])
  if (names.length === 0) return null
  return (
    <Section title="同时建议的台账列">
      <Stack gap={2}>
        <Text tone="quiet">{`台账“${result.ledger?.name ?? ''}”可以有这些列，内容由居民填写后自动更新：`}</Text>
        <Row gap={2} wrap>
          {names.map((name) => (
            <Tag key={name}>{name}</Tag>
          ))}
        </Row>
      </Stack>
    </Section>
  )
}
