const words = { 'aria-label': "''" }

/** The aria attributes views and inputs carry on weapp, known to the templates and to the runtime alike. */
module.exports = { View: { ...words, 'aria-role': "''" }, Input: words, Textarea: words }
