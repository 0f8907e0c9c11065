export { RolesPage as default } from '@/features/home-arrange/RolesPage'
