export { ChargesPage as default } from '@/features/charges/ChargesPage'
