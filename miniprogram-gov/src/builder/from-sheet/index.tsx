export { FromSheetPage as default } from '@/features/builder/sheet/FromSheetPage'
