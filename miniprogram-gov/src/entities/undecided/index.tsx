export { UndecidedPage as default } from '@/features/ledger/UndecidedPage'
