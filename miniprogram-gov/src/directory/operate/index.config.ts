export default definePageConfig({ navigationBarTitleText: '人事变动' })
