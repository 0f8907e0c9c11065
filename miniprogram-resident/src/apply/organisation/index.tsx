export { OrganisationPage as default } from '@/features/organisations/OrganisationPage'
