export { LinkPage as default } from '@/features/builder/link/LinkPage'
