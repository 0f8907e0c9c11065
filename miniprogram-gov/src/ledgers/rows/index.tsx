export { RowsPage as default } from '@/features/ledgers/RowsPage'
