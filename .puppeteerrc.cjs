// No tool downloads a browser: the tests drive the ones that are there, by path.
module.exports = { skipDownload: true };
