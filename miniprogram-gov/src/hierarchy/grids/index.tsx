export { GridsPage as default } from '@/features/hierarchy/GridsPage'
