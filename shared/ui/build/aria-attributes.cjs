/** The aria attributes views carry on weapp, known to the templates and to the runtime alike. */
module.exports = { View: { 'aria-label': "''", 'aria-role': "''" } }
