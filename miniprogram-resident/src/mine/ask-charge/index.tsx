export { AskChargePage as default } from '@/features/charges/AskChargePage'
