/* Searches the site from its own static files. The parts stand in templates/search/. */
'use strict';
(() => {
{{ include "search/words.js" }}
{{ include "search/stem.js" }}
{{ include "search/reader.js" }}
{{ include "search/query.js" }}
{{ include "search/results.js" }}
{{ include "search/page.js" }}
})();
