export { BoundaryPage as default } from '@/features/hierarchy/BoundaryPage'
