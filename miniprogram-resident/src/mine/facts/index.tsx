export { FactsPage as default } from '@/features/me/FactsPage'
