// While the portal looks at a store, the page asks how far it has come.
(function () {
  'use strict';
  setInterval(() => { if (document.getElementById('looking') && !document.hidden) window.carmeChanged('import'); }, 1000);
})();
