// What JupyterLab loads as an extension: it adds the script that all of Jupyter's pages have.
(function () {
  'use strict';
  const base = JSON.parse(document.getElementById('jupyter-config-data').textContent).baseUrl;
  const plugin = {
    id: 'carme:notice',
    autoStart: true,
    activate(app) {
      window.carmeLab = app;
      const script = document.createElement('script');
      script.src = base + 'carme/notice.js';
      document.head.append(script);
    }
  };
  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.carme = {init() {}, get: async () => () => ({__esModule: true, default: plugin})};
})();
