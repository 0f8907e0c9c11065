export { VisitsPage as default } from '@/features/visits/VisitsPage'
