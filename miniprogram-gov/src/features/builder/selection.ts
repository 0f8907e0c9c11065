/** What of the service is being looked at; its properties are shown. */
export type Selection =
  | { readonly at: 'basics' }
  | { readonly at: 'subject'; readonly key: string }
  | { readonly at: 'new-subject' }
  | { readonly at: 'control'; readonly id: string }
