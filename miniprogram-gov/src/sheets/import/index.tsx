export { ImportPage as default } from '@/features/ledger-sheets/ImportPage'
