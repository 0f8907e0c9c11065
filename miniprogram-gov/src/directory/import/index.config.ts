export default definePageConfig({ navigationBarTitleText: '导入通讯录' })
