// A browser that knows no more than the notice's script asks for: node pages.js notice.js <scene of JSON
'use strict';
const fs = require('fs'), vm = require('vm');
const scene = JSON.parse(fs.readFileSync(0)), wrote = [];

class Element {
  constructor() { this.style = {}; this.textContent = ''; }
  setAttribute() {}
  addEventListener() {}
  append(...children) { this.children = children; }
}

async function onDisk(path) {
  const found = scene.disk[path];
  if (!found) throw {response: {status: scene.status}, xhr: {status: scene.status}};
  return found;
}

async function write(path) {
  wrote.push(path);
  return true;
}

function notebook({path, dirty = true, writable = true, modified}) {
  const one = {notebook_path: path, dirty, writable, _fully_loaded: true, last_modified: modified, contents: {get: onDisk}};
  one.save_notebook = async ask => one.dirty = !await write(path + (ask ? ' asking' : ''));
  return one;
}

function context({path, dirty = true, writable = true, modified, hash, collaborative}) {
  const one = {path, model: {dirty, readOnly: false, collaborative}, contentsModel: {writable, last_modified: modified, hash}};
  one.save = async () => one.model.dirty = !await write(path);
  return one;
}

// As in JupyterLab 4, and as before.
function iterator(widgets) {
  return scene.old ? {next: () => widgets.shift()} : widgets[Symbol.iterator]();
}

const body = new Element(), window = {}, pauses = [];
if (scene.notebook) window.Jupyter = {notebook: notebook(scene.notebook)};
if (scene.lab) {
  const widgets = scene.lab.map(one => ({context: context(one)}));
  window.carmeLab = {
    shell: {widgets: () => iterator([{}, ...widgets, ...widgets.slice(0, 1)])},
    serviceManager: {contents: {get: onDisk}}
  };
}
vm.runInNewContext(fs.readFileSync(process.argv[2], 'utf8'), {
  window, URL, console: {debug() {}, warn() {}}, navigator: {language: scene.language || 'en-US'},
  document: {
    body, currentScript: {src: 'http://localhost/carme/notice.js'}, createElement: () => new Element(), addEventListener() {}},
  sessionStorage: {getItem() {}},
  fetch: async () => ({ok: true, json: async () => scene.told}),
  setTimeout: (_, pause) => pauses.push(pause)
});
setTimeout(() => {
  const [bar] = body.children, [text] = bar.children;
  console.log(JSON.stringify({text: text.textContent, wrote, pause: pauses[0]}));
}, 50);
