// The kiosk's keyboard. It writes where the focus is, and never takes the focus to do so.

const LETTERS = [
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'backspace'],
  ['q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'p', 'å'],
  ['a', 's', 'd', 'f', 'g', 'h', 'j', 'k', 'l', 'ö', 'ä'],
  ['shift', 'z', 'x', 'c', 'v', 'b', 'n', 'm', '-', '.', '@'],
  ['signs', 'space', 'done'],
];
const SIGNS = [
  ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'backspace'],
  ['+', ',', ':', ';', '!', '?', '(', ')', '/', '_', '’'],
  ['é', 'è', 'ü', 'ø', 'æ', 'š', 'ž', 'á', 'č', 'đ', 'ŋ'],
  ['shift', '&', '%', '#', '*', '=', '"', '€', '-', '.', '@'],
  ['letters', 'space', 'done'],
];
const DIGITS = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['backspace', '0', 'done']];
const TEL = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['+', '0', 'backspace'], ['done']];
const TEXT = 'input:not([type=radio], [type=checkbox], [type=button]), textarea';
const DRAWN = { backspace: 'backspace', shift: 'shift' };

let board = null;
let field = null;
let capital = false;
let pressing = false;

function arrangement(kind) {
  if (kind === 'tel') return TEL;
  return kind === 'numeric' || kind === 'decimal' ? DIGITS : kind === 'signs' ? SIGNS : LETTERS;
}

function key(name) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'key';
  button.dataset.key = name;
  const words = board.getAttribute('data-' + name);
  if (DRAWN[name]) {
    button.setAttribute('aria-label', words);
    button.innerHTML = `<svg class="pictogram" aria-hidden="true" focusable="false"><use href="${board.dataset.sprite}#${DRAWN[name]}"></use></svg>`;
  } else {
    button.textContent = name === 'signs' ? '+!?' : name === 'letters' ? 'abc' : words ?? shown(name);
    if (name === 'signs' || name === 'letters') button.setAttribute('aria-label', button.textContent + ' ' + words);
  }
  if (name === 'shift') button.setAttribute('aria-pressed', String(capital));
  if (name === 'space') button.classList.add('space');
  if (name === 'signs' || name === 'letters') button.classList.add('wide');
  if (name === 'done') button.classList.add('done', 'wide');
  return button;
}

const shown = (name) => (capital && name.length === 1 ? name.toLocaleUpperCase() : name);

function draw(kind) {
  board.dataset.kind = kind;
  board.className = kind === 'tel' || kind === 'numeric' || kind === 'decimal' ? 'keyboard digits' : 'keyboard';
  board.replaceChildren(...arrangement(kind).map((names) => {
    const row = document.createElement('div');
    row.className = 'key-row';
    row.append(...names.map(key));
    return row;
  }));
}

// Changed in place: a key that is being pressed must not vanish from under the finger.
function shift(on) {
  capital = on;
  for (const button of board.querySelectorAll('.key')) {
    const name = button.dataset.key;
    if (name === 'shift') button.setAttribute('aria-pressed', String(on));
    else if (name.length === 1) button.textContent = shown(name);
  }
}

function show(target) {
  board = document.querySelector('.frame [data-keyboard]');
  if (!board || board.contains(target)) return;
  // Back from a key: the keys stay as they are, for whoever stands on one of them.
  if (field === target && !board.hidden) return;
  field = target;
  capital = false;
  const wanted = target.inputMode || (target.type === 'tel' ? 'tel' : 'text');
  draw(wanted);
  board.hidden = false;
  // A name begins with a capital letter, as a phone's keyboard does it.
  if (!board.classList.contains('digits') && target.autocapitalize !== 'off' && !target.value) shift(true);
  (target.closest('.field') ?? target).scrollIntoView({ block: 'center' });
}

function hide() {
  if (!board) return;
  board.hidden = true;
  board.className = '';
}

function write(text) {
  if (document.activeElement !== field) field.focus({ preventScroll: true });
  // The one way that keeps the caret, the maximum length and undo, and tells the page as real typing does.
  document.execCommand('insertText', false, text);
}

function erase() {
  if (document.activeElement !== field) field.focus({ preventScroll: true });
  document.execCommand('delete');
}

function press(name) {
  switch (name) {
    case 'backspace': return erase();
    case 'shift': return shift(!capital);
    case 'signs': return draw('signs');
    case 'letters': return draw('text');
    case 'space': return write(' ');
    case 'done':
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.focus({ preventScroll: true });
      return hide();
    default:
      write(shown(name));
      if (capital) shift(false);
  }
}

document.addEventListener('focusin', ({ target }) => {
  if (target.matches?.(TEXT) && target.closest('.frame')) show(target);
  else if (board && !board.contains(target) && !pressing) hide();
});
// A finger that goes down on a button takes the focus at once. Were the keyboard gone in that moment, the page would
// move, and the finger would come up beside the button that it meant: the keyboard waits until it has come up.
document.addEventListener('pointerdown', () => { pressing = true; }, true);
for (const up of ['pointerup', 'pointercancel']) {
  document.addEventListener(up, () => {
    setTimeout(() => {
      pressing = false;
      const target = document.activeElement;
      if (board && !board.hidden && target !== document.body && target !== field && !board.contains(target)) hide();
    });
  }, true);
}
// A field that still has the focus after "done" brings the keyboard back when it is touched.
document.addEventListener('click', ({ target }) => {
  if (target.matches?.(TEXT) && target.closest('.frame') && (!board || board.hidden)) show(target);
});
for (const down of ['pointerdown', 'mousedown']) {
  document.addEventListener(down, (event) => {
    if (event.target.closest?.('.keyboard')) event.preventDefault();
  });
}
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('.keyboard .key');
  if (!button || !field?.isConnected) return;
  const byKeyboard = document.activeElement === button;
  press(button.dataset.key);
  // Who walks from key to key by switch or Tab stays on the key.
  if (byKeyboard && button.isConnected && !board.hidden) button.focus({ preventScroll: true });
});
