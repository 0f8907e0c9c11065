/**
 * The one table, as data: what CDK deploys and what the local engine creates are the same.
 * `_e` and `_v` are the item's type and the version of its shape; `card` is what a list shows. Lists are answered from an index
 * alone: only what `include` names travels with it, so a large item costs one small write an index.
 */
export const tableDefinition = {
  attributes: ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk'],
  keys: { pk: 'pk', sk: 'sk' },
  indexes: [
    { name: 'gsi1', pk: 'gsi1pk', sk: 'gsi1sk', include: ['_e', '_v', 'id', 'card'] },
    { name: 'gsi2', pk: 'gsi2pk', sk: 'gsi2sk', include: ['_e', '_v', 'id', 'card'] },
    { name: 'gsi3', pk: 'gsi3pk', sk: 'gsi3sk', include: ['_e', '_v', 'id', 'card'] },
  ],
  ttl: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
} as const
