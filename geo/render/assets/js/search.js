// One box over names, events and the texts themselves.

import { el, name } from "./dom.js";
import { shown } from "./payload.js";
import { titleOf } from "./popup.js";

const MOST = 12;

// Spelling that readers do not type the same way: hamza seats, final forms, marks, case, accents.
export function plain(text) {
  return shown(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ة/g, "ه")
    .toLowerCase();
}

// Who stood for the parties of an event.
const peopleOf = (p) => (p.actors ?? []).flatMap((actor) => actor.people ?? []).flatMap((one) => (typeof one === "string" ? one : [one.name, one.name_ar, one.name_en]));

function indexOf(app) {
  const { model } = app;
  const features = ["places", "countries", "corridors", "relations"].flatMap((layer) => model.layers[layer]).concat(model.blocs, model.events);
  const named = features.map((feature) => {
    const p = feature.p;
    return { feature, text: plain([titleOf(app, feature), p.name, p.name_ar, p.name_en, p.type, p.code, ...peopleOf(p)].filter(Boolean).join(" ")) };
  });
  const sentences = model.documents.flatMap((source) =>
    source.sentences.map(([start, end], index) => ({ source, index, text: plain(source.slice(start, end)), raw: source.slice(start, end) })));
  return { named, sentences };
}

export function createSearch(app, container) {
  const { words } = app;
  let index = null;
  const list = el("ul", { class: "geo-results", "aria-label": words.t("search.results") });
  const status = el("p", { class: "geo-status", role: "status" });
  const input = el("input", { type: "search", placeholder: words.t("search.hint"), "aria-label": words.t("search.title"), autocomplete: "off", oninput: find });
  const box = el("div", { class: "geo-found", hidden: true }, status, list);
  container.append(el("div", { class: "geo-search", role: "search" }, input, box));

  function find() {
    const query = plain(input.value).trim();
    box.hidden = !query;
    if (!query) return;
    index ??= indexOf(app); // made at the first search: most readers never need it
    const named = index.named.filter((entry) => entry.text.includes(query)).slice(0, MOST);
    const sentences = index.sentences.filter((entry) => entry.text.includes(query)).slice(0, MOST);
    status.textContent = words.t("search.count", { n: named.length + sentences.length });
    list.replaceChildren(...named.map(({ feature }) => result(words.t(`one.${feature.layer}`), titleOf(app, feature), () => app.open(feature, { fly: true }))),
      ...sentences.map(({ source, index: i, raw }) => result(words.t("reader.sentence", { n: i + 1 }), raw, () => app.reader.show(source.id, i, { focus: true }))));
  }

  function result(kind, text, go) {
    return el("li", {}, el("button", { type: "button", onclick: () => {
      box.hidden = true;
      go();
    } }, el("small", {}, kind), name(text)));
  }

  box.parentElement.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      box.hidden = true;
      input.focus();
      event.stopPropagation();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveIn(event, [input, ...list.querySelectorAll("button")]);
  });
  box.parentElement.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.parentElement.contains(event.relatedTarget)) box.hidden = true;
  });
  return { focus: () => input.focus() };
}

function moveIn(event, stops) {
  const at = stops.indexOf(event.target.getRootNode().activeElement);
  const next = stops[Math.max(0, Math.min(stops.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))];
  event.preventDefault();
  next.focus();
}
