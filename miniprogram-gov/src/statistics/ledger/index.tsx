export { LedgerStatisticsPage as default } from '@/features/statistics/LedgerStatisticsPage'
