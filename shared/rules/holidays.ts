import type { WorkingCalendar } from './working-time'

/** Every day from one to another, `YYYY-MM-DD`. */
function days(from: string, until: string): readonly string[] {
  const all: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(until); at += 24 * 3600 * 1000)
    all.push(new Date(at).toISOString().slice(0, 10))
  return all
}

/**
 * Days off and weekends worked instead, as the General Office of the State Council published them; a year it has not published yet is a plain week.
 * Source: 《国务院办公厅关于2026年部分节假日安排的通知》 of 4 November 2025. The next year's is added here when it is published, each November.
 */
export const published: WorkingCalendar = {
  holidays: [
    ...days('2026-01-01', '2026-01-03'),
    ...days('2026-02-15', '2026-02-23'),
    ...days('2026-04-04', '2026-04-06'),
    ...days('2026-05-01', '2026-05-05'),
    ...days('2026-06-19', '2026-06-21'),
    ...days('2026-09-25', '2026-09-27'),
    ...days('2026-10-01', '2026-10-07'),
  ],
  workedWeekends: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}
