// Shows the job's last notice above the page until it is closed or no longer true, and saves what is open shortly before the end.
(function () {
  'use strict';
  const SOURCE = new URL('notice', document.currentScript.src), EVERY = 30000, CLOSED = 'carme-notice';
  // Seconds before the end: when saving begins, and when it is done for the last time.
  const SAVING = 150, LAST = 15;
  // As far as a file's time may be off, for Jupyter too.
  const MARGIN = 500;
  const WORDS = navigator.language.startsWith('de')
    ? {saved: 'Was offen ist, ist gespeichert.', left: 'Nicht gespeichert: '}
    : {saved: 'What is open is saved.', left: 'Not saved: '};
  const bar = document.createElement('div'), text = document.createElement('span'), close = document.createElement('button');
  let shown = '', words = '', saved = false, left = [], isSaving = false;
  bar.setAttribute('role', 'alert');
  bar.style.cssText = 'position:fixed;z-index:100000;top:8px;left:50%;transform:translateX(-50%);max-width:90%;display:none;'
    + 'gap:16px;align-items:center;padding:10px 16px;border-radius:8px;background:#7a4b00;color:#fff;'
    + 'font:600 14px/1.4 system-ui,sans-serif;box-shadow:0 4px 16px rgba(0,0,0,.3)';
  close.textContent = '✕';
  close.setAttribute('aria-label', 'Close');
  close.style.cssText = 'border:0;background:none;color:inherit;font:inherit;cursor:pointer;padding:4px 8px';
  close.addEventListener('click', () => {
    sessionStorage.setItem(CLOSED, shown);
    bar.style.display = 'none';
  });
  bar.append(text, close);

  async function look() {
    let pause = EVERY;
    try {
      const answer = await fetch(SOURCE);
      const told = answer.ok ? await answer.json() : {};
      if (shown !== String(told.at)) saved = false;
      shown = String(told.at);
      words = told.text || '';
      const secondsLeft = told.left ?? Infinity;
      if (words && secondsLeft <= SAVING) save();
      if (secondsLeft > LAST) pause = Math.min(EVERY, (secondsLeft - LAST) * 1000);
      show();
    } catch (lost) {
      console.debug('No notice of the job: ' + lost);
    }
    setTimeout(look, pause);
  }

  function show() {
    text.textContent = [words, left.length ? WORDS.left + left.join(', ') : saved ? WORDS.saved : ''].join(' ').trim();
    bar.style.display = words && sessionStorage.getItem(CLOSED) !== shown ? 'flex' : 'none';
  }

  // Meanwhile the page goes on asking: what cannot be saved now hangs, perhaps.
  async function save() {
    if (isSaving) return;
    isSaving = true;
    const unsaved = documents().filter(one => one.isUnsaved());
    await Promise.all(unsaved.map(one => keep(one).catch(error => console.warn('Not saved: ' + one.name, error))));
    left = unsaved.filter(one => one.isUnsaved()).map(one => one.name);
    saved = saved || unsaved.length > left.length;
    isSaving = false;
    show();
  }

  // Jupyter would ask what to do with a file that has changed elsewhere, and nobody may be there to answer.
  async function keep(one) {
    let disk = null;
    try {
      disk = await one.onDisk();
    } catch (error) {
      const answer = error.xhr || error.response || {};
      // A file that is gone is written anew, as Jupyter does.
      if (answer.status !== 404) throw error;
    }
    if (!disk || !differ(one.known(), disk)) await one.save();
  }

  function differ(known, disk) {
    if (known.hash && disk.hash) return known.hash !== disk.hash;
    return new Date(disk.last_modified) - new Date(known.last_modified) > MARGIN;
  }

  // Jupyter Notebook's own variables, and JupyterLab's application, which Carme's extension is given.
  function documents() {
    const {notebook, editor} = window.Jupyter || {}, found = [];
    if (notebook) found.push(ofNotebook(notebook));
    if (editor) found.push(ofEditor(editor));
    if (window.carmeLab) contexts(window.carmeLab).forEach(context => found.push(ofLab(window.carmeLab, context)));
    return found;
  }

  function ofNotebook(notebook) {
    return {
      name: notebook.notebook_path,
      isUnsaved: () => notebook.dirty && notebook.writable && notebook._fully_loaded,
      known: () => notebook,
      onDisk: () => notebook.contents.get(notebook.notebook_path, {content: false}),
      save: () => notebook.save_notebook(false)
    };
  }

  function ofEditor(editor) {
    return {
      name: editor.file_path,
      isUnsaved: () => editor.save_enabled && !editor.codemirror.isClean(editor.generation),
      known: () => editor,
      onDisk: () => editor.contents.get(editor.file_path, {content: false}),
      save: () => editor.save(false)
    };
  }

  // Documents that are edited together are saved by the server.
  function ofLab(app, context) {
    const {model} = context;
    return {
      name: context.path,
      isUnsaved: () => model.dirty && !model.readOnly && !model.collaborative
        && Boolean(context.contentsModel && context.contentsModel.writable),
      known: () => context.contentsModel,
      onDisk: () => app.serviceManager.contents.get(context.path, {content: false, hash: true}),
      save: () => context.save()
    };
  }

  // One document may have several views. Before JupyterLab 4 its iterators were none of JavaScript's.
  function contexts(app) {
    const widgets = app.shell.widgets('main'), found = new Set();
    const next = widgets[Symbol.iterator] ? () => widgets.next().value : () => widgets.next();
    for (let widget = next(); widget; widget = next()) {
      if (widget.context && widget.context.model && widget.context.save) found.add(widget.context);
    }
    return found;
  }

  document.addEventListener('DOMContentLoaded', () => document.body.append(bar));
  if (document.body) document.body.append(bar);
  look();
})();
