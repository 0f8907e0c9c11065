export { PeoplePage as default } from '@/features/ledger/PeoplePage'
