export { ExportPage as default } from '@/features/ledger-sheets/ExportPage'
