export default definePageConfig({ navigationBarTitleText: '新增下级' })
