export { HierarchyPage as default } from '@/features/hierarchy/HierarchyPage'
