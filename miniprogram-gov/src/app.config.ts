export default defineAppConfig({
  pages: ['pages/home/index', 'pages/work/index', 'pages/people/index', 'pages/channels/index', 'pages/me/index'],
  // Loaded when first opened: the main package stays small.
  subPackages: [
    {
      root: 'entities',
      pages: ['one/index', 'fact/index', 'undecided/index', 'charges/index'],
    },
    {
      root: 'channels',
      pages: [
        'one/index',
        'new/index',
        'publish/index',
        'published/index',
        'request/index',
        'systems/index',
        'system/index',
        'corrections/index',
        'behalf/index',
        'behalf-services/index',
        'visits/index',
      ],
    },
    {
      root: 'builder',
      pages: ['build/index', 'from-sheet/index', 'task-form/index', 'link/index'],
    },
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
    {
      root: 'directory',
      pages: [
        'book/index',
        'organisation/index',
        'official/index',
        'operate/index',
        'import/index',
        'posts/index',
        'change/index',
        'merge/index',
      ],
    },
    {
      root: 'knowledge',
      pages: [
        'browse/index',
        'attribute/index',
        'relation/index',
        'list/index',
        'releases/index',
        'revisions/index',
        'revision/index',
        'propose/index',
        'export/index',
      ],
    },
    {
      root: 'permissions',
      pages: ['look/index', 'grants/index', 'grant/index', 'draft/index', 'mine/index', 'clients/index'],
    },
    {
      root: 'ledgers',
      pages: [
        'rows/index',
        'build/index',
        'enter/index',
        'everybody/index',
        'doubles/index',
        'apart/index',
        'freshness/index',
        'due/index',
      ],
    },
    {
      root: 'answerable',
      pages: ['report/index', 'sectors/index'],
    },
    {
      root: 'sheets',
      pages: ['import/index', 'export/index'],
    },
    {
      root: 'provisions',
      pages: ['list/index', 'ask/index', 'one/index', 'offer/index', 'data/index'],
    },
    {
      root: 'tasks',
      pages: ['task/index', 'items/index', 'item/index', 'new/index', 'unsent/index', 'settle/index', 'compare/index'],
    },
    {
      root: 'notices',
      pages: ['list/index', 'write/index', 'one/index'],
    },
    {
      root: 'community',
      pages: ['page/index', 'entry/index'],
    },
    {
      root: 'statistics',
      pages: ['ledger/index', 'measure/index'],
    },
    {
      root: 'overview',
      pages: ['board/index', 'find/index', 'arrange/index', 'roles/index'],
    },
    {
      root: 'applications',
      pages: ['list/index', 'set-up/index', 'one/index', 'edit/index', 'gather/index', 'install/index'],
    },
    {
      root: 'audit',
      pages: ['seals/index', 'official/index'],
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
  // WeChat refuses what is not declared here, and says this to whoever is asked.
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '在表单和地图上标出位置，记下照片在哪里拍的' } },
  lazyCodeLoading: 'requiredComponents',
})
