export { MeasurePage as default } from '@/features/statistics/MeasurePage'
