export { HomesPage as default } from '@/features/homes/HomesPage'
