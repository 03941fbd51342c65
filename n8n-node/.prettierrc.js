module.exports = { singleQuote: true, trailingComma: 'all', printWidth: 140, quoteProps: 'as-needed' };
