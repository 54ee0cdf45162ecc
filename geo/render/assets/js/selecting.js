// Words selected in the reader go back to an app, which adds the name or the event that was not read there.

import { el, name } from "./dom.js";
import { shown } from "./payload.js";

// A shadow tree keeps its selection to itself, each browser in its own way.
function selectedRange(inside) {
  const root = inside.getRootNode();
  const selection = root.getSelection?.() ?? document.getSelection();
  if (!selection) return null;
  const [composed] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [];
  const found = composed ?? (selection.rangeCount ? selection.getRangeAt(0) : null);
  if (!found || !inside.contains(found.startContainer)) return null;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.collapsed ? null : range;
}

// How many code points of the text, from `start` on, stand behind that many characters that are shown.
export function behind(source, start, end, units) {
  let [at, seen] = [start, 0];
  while (at < end && seen < units) {
    seen += shown(source.slice(at, at + 1)).length;
    at += 1;
  }
  return at;
}

// The span that a selection covers in the first sentence that it touches, without spaces at its ends.
export function spanOf(source, body, range) {
  const node = [...body.querySelectorAll("[data-sentence]")].find((one) => range.intersectsNode(one));
  if (!node) return null;
  const [from, to] = source.sentences[Number(node.dataset.sentence)];
  const first = node.querySelector(".geo-number");
  const lengthTo = (container, offset) => {
    const before = document.createRange();
    before.setStartAfter(first);
    if (before.comparePoint(container, offset) < 0) return 0;
    before.setEnd(container, offset);
    return before.toString().length;
  };
  const whole = document.createRange();
  whole.selectNodeContents(node);
  const start = behind(source, from, to, whole.comparePoint(range.startContainer, range.startOffset) < 0 ? 0 : lengthTo(range.startContainer, range.startOffset));
  const end = whole.comparePoint(range.endContainer, range.endOffset) > 0 ? to : behind(source, from, to, lengthTo(range.endContainer, range.endOffset));
  return trimmed(source, start, end);
}

function trimmed(source, start, end) {
  while (start < end && !source.slice(start, start + 1).trim()) start += 1;
  while (end > start && !source.slice(end - 1, end).trim()) end -= 1;
  return start < end ? { document: source.id, start, end } : null;
}

export function createSelecting(app) {
  const { words, frame, options } = app;
  const body = frame.text;
  let span = null;
  let held = false; // a finger on the bar ends the selection before it presses the button
  const told = el("span", { class: "geo-selected-words", dir: "auto" });
  const button = (kind) => el("button", { type: "button", onclick: () => options.onSelect({ ...span, kind }) }, words.t(`selected.${kind}`));
  const bar = el("div", { class: "geo-selected", role: "group", hidden: true, dir: words.dir, "aria-label": words.t("selected.title") }, told, button("name"), button("event"));
  bar.addEventListener("pointerdown", (event) => {
    held = true;
    event.preventDefault();
  });
  bar.addEventListener("click", () => (held = false));
  body.append(bar);

  function look() {
    const range = selectedRange(body);
    const found = range && spanOf(app.reader.current(), body, range);
    if (!found && held) return;
    span = found;
    bar.hidden = !found;
    if (found) told.replaceChildren("«", name(app.reader.current().slice(found.start, found.end)), "»");
  }

  // The click that ends a selection is no click on the name below it.
  body.addEventListener("click", (event) => {
    if (!event.detail || bar.contains(event.target) || !selectedRange(body)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  body.addEventListener("dragstart", (event) => event.preventDefault());
  document.addEventListener("selectionchange", look);
  return { refresh: () => {}, stop: () => document.removeEventListener("selectionchange", look) };
}
