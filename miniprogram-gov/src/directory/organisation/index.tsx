export { OrganisationPage as default } from '@/features/directory/OrganisationPage'
