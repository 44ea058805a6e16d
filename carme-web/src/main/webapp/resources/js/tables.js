// Tables of administrators: what is ticked, what is asked before something is done to it, and which columns are shown.
(function () {
  'use strict';
  const NAMED = 5;
  const rows = () => [...document.querySelectorAll('input[name="selected"]')];
  const fill = (pattern, ...values) => values.reduce((text, value, i) => text.split('{' + i + '}').join(value), pattern);

  function named(ticked, more) {
    const names = ticked.slice(0, NAMED).map((box) => box.getAttribute('aria-label')).join('; ');
    return ticked.length > NAMED ? names + ' ' + fill(more, ticked.length - NAMED) : names;
  }

  function count() {
    const bar = document.querySelector('.bulk');
    const every = document.querySelector('[data-every]');
    if (!bar || !every) return;
    const all = rows(), ticked = all.filter((box) => box.checked);
    every.checked = all.length > 0 && ticked.length === all.length;
    every.indeterminate = ticked.length > 0 && ticked.length < all.length;
    every.disabled = !all.length;
    bar.hidden = !ticked.length;
    bar.querySelector('.bulk-count').textContent = fill(bar.dataset.count, ticked.length);
    for (const button of bar.querySelectorAll('[data-question]')) {
      button.dataset.confirm = fill(button.dataset.question, ticked.length, named(ticked, bar.dataset.more));
    }
  }

  // with the shift key all between this row and the last one that was ticked
  let last = null;
  function tick(box, event) {
    const all = rows(), from = all.indexOf(last), to = all.indexOf(box);
    if (event.shiftKey && from >= 0) {
      for (const between of all.slice(Math.min(from, to), Math.max(from, to))) between.checked = box.checked;
    }
    last = box;
  }

  // ---- columns: which are hidden is the browser's to know, as the theme is
  const key = (menu) => 'carme-columns-' + menu.dataset.columns;
  const hiddenOf = (menu) => JSON.parse(localStorage.getItem(key(menu)) || '[]');

  function showColumns(menu) {
    const hidden = hiddenOf(menu);
    for (const row of document.getElementById(menu.dataset.columns).rows) {
      [...row.cells].forEach((cell, i) => { cell.hidden = hidden.includes(i); });
    }
  }

  function offerColumns(menu) {
    const table = document.getElementById(menu.dataset.columns);
    if (!table || menu.dataset.filled) return;
    menu.dataset.filled = 'yes';
    const hidden = hiddenOf(menu);
    [...table.tHead.rows[0].cells].forEach((cell, i) => {
      if (i === 0) return;
      const label = document.createElement('label'), box = document.createElement('input');
      label.className = 'check';
      box.type = 'checkbox';
      box.checked = !hidden.includes(i);
      box.dataset.column = String(i);
      label.append(box, ' ' + cell.textContent.trim());
      menu.querySelector('.menu-panel').append(label);
    });
    menu.hidden = false;
    showColumns(menu);
  }

  function paint() {
    count();
    document.querySelectorAll('[data-columns]').forEach(offerColumns);
  }

  document.addEventListener('click', (event) => {
    if (event.target.name === 'selected') tick(event.target, event);
  });
  document.addEventListener('change', (event) => {
    const box = event.target;
    if (box.matches('[data-every]')) for (const row of rows()) row.checked = box.checked;
    if (box.dataset.column) {
      const menu = box.closest('[data-columns]');
      const hidden = [...menu.querySelectorAll('[data-column]')].filter((one) => !one.checked).map((one) => Number(one.dataset.column));
      localStorage.setItem(key(menu), JSON.stringify(hidden));
      showColumns(menu);
    }
    count();
  });
  document.addEventListener('DOMContentLoaded', () => {
    paint();
    if (!window.jQuery) return;
    // what was refused stays ticked
    window.jQuery(document).on('pfAjaxComplete', (event, request) => {
      const again = request && request.pfArgs && request.pfArgs.again ? request.pfArgs.again.split('\n') : [];
      for (const row of rows()) if (again.includes(row.value)) row.checked = true;
      paint();
    });
  });
})();
