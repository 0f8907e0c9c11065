export { ChargesPage as default } from '@/features/ledger/ChargesPage'
