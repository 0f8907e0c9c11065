export { SettingsPage as default } from '@/features/me/SettingsPage'
