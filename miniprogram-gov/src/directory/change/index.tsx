export { ChangeOrganisationPage as default } from '@/features/directory/ChangeOrganisationPage'
