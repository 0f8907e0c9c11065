export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/work/index',
    'pages/people/index',
    'pages/channels/index',
    'pages/me/index',
    'pages/entity/index',
    'pages/channel/index',
    'pages/new-service/index',
    'pages/build/index',
    'pages/publish/index',
    'pages/published/index',
    'pages/request/index',
  ],
  // Loaded when first opened: the main package stays small.
  subPackages: [
    {
      root: 'hierarchy',
      pages: [
        'tree/index',
        'place/index',
        'adjust/index',
        'operation/index',
        'mint/index',
        'grids/index',
        'grid/index',
        'boundary/index',
        'import/index',
        'export/index',
      ],
    },
  ],
  window: {
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    navigationBarTitleText: '政民互通',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
})
