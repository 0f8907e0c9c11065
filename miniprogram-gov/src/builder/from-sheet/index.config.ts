export default definePageConfig({ navigationBarTitleText: '从表格新建服务' })
