/* Shows one shell of the job; the shell lives on the node and does not mind that a browser comes and goes. */
'use strict';

const TEXTS = {
  en: {
    title: 'Terminal',
    another: 'Open another terminal',
    lost: 'Connection lost. Trying again …',
    ended: 'The shell has ended. Press Enter for a new one.',
    failed: 'No shell could be started: {0}. End programs of this job, then press Enter to try again.',
    full: 'This job has {0} terminals, and can have no more. Close one with exit, then press Enter here.',
  },
  de: {
    title: 'Terminal',
    another: 'Weiteres Terminal öffnen',
    lost: 'Verbindung verloren. Neuer Versuch …',
    ended: 'Die Shell ist beendet. Die Eingabetaste startet eine neue.',
    failed: 'Es konnte keine Shell gestartet werden: {0}. Beenden Sie Programme dieses Jobs; die Eingabetaste versucht es noch einmal.',
    full: 'Dieser Job hat {0} Terminals, mehr gehen nicht. Schließen Sie eines mit exit und drücken dann hier die Eingabetaste.',
  },
};
const language = navigator.language.startsWith('de') ? 'de' : 'en';
const texts = TEXTS[language];
const LONGEST_PAUSE = 10000;

const terminal = new Terminal({
  fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
  fontSize: 14,
  // less cuts underscores off
  lineHeight: 1.2,
  scrollback: 10000,
  theme: { background: '#14181c', foreground: '#d8dee4', cursor: '#4fb3ac', selectionBackground: '#3a5a6a' },
});
const fit = new FitAddon.FitAddon();
const encoder = new TextEncoder();
const notice = document.getElementById('notice');

let socket = null;
let isEnded = false;
let isReplayed = false;
let pause = 500;

function say(text) {
  notice.textContent = text;
  notice.hidden = text === '';
}

function send(content) {
  if (socket !== null && socket.readyState === WebSocket.OPEN) {
    socket.send(content);
  }
}

function sendSize() {
  send(JSON.stringify({ columns: terminal.cols, rows: terminal.rows }));
}

function connect() {
  const address = new URL(location.pathname + '/socket', location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  isEnded = false;
  isReplayed = false;
  socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', welcome);
  socket.addEventListener('message', receive);
  socket.addEventListener('close', reconnect);
}

function welcome() {
  pause = 500;
  say('');
  terminal.reset();
  fit.fit();
  sendSize();
}

function receive(message) {
  if (typeof message.data !== 'string') {
    terminal.write(new Uint8Array(message.data));
    return;
  }
  const { event, reason, most } = JSON.parse(message.data);
  if (event === 'ended') {
    isEnded = true;
    say(texts.ended);
  } else if (event === 'failed') {
    isEnded = true;
    say(texts.failed.replace('{0}', () => reason));
  } else if (event === 'full') {
    isEnded = true;
    say(texts.full.replace('{0}', most));
  } else if (event === 'replayed') {
    // What the terminal answers to questions of the past would be typed into the shell.
    terminal.write('', () => {
      isReplayed = true;
      send('{"redraw": true}');
    });
  }
}

function reconnect() {
  if (isEnded) {
    return;
  }
  say(texts.lost);
  setTimeout(connect, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

function type(data) {
  if (isEnded && data === '\r') {
    connect();
  } else if (isReplayed) {
    send(encoder.encode(data));
  }
}

document.documentElement.lang = language;
document.title = texts.title;
const another = document.getElementById('new');
another.title = texts.another;
another.setAttribute('aria-label', texts.another);
terminal.loadAddon(fit);
terminal.open(document.getElementById('terminal'));
terminal.onData(type);
terminal.onBinary((data) => send(Uint8Array.from(data, (character) => character.charCodeAt(0))));
terminal.onResize(sendSize);
terminal.onTitleChange((title) => {
  document.title = title || texts.title;
});
new ResizeObserver(() => fit.fit()).observe(document.getElementById('terminal'));
terminal.focus();
connect();
