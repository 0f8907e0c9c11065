export { GridPage as default } from '@/features/hierarchy/GridPage'
