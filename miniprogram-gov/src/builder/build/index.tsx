export { BuildPage as default } from '@/features/builder/BuildPage'
