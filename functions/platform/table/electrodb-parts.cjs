/**
 * Stands for `electrodb` in what is deployed: the two parts we use. Its own index brings its services and transactions along, 20 kB that no
 * function calls. Every test runs with the whole library.
 */
const { Entity } = require('../../../node_modules/electrodb/src/entity')
const { CustomAttributeType } = require('../../../node_modules/electrodb/src/schema')

module.exports = { Entity, CustomAttributeType }
