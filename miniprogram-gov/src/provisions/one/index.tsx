export { ProvisionPage as default } from '@/features/provisions/ProvisionPage'
