// Choices beside time: kind of event, party, text, and only what is certain.

import { el } from "./dom.js";
import { actorsOf } from "./filter.js";
import { isoDay, shown } from "./payload.js";
import { QUADS } from "./symbols.js";

export function createFilters(app, container) {
  const { words, model, filter } = app;
  const quads = QUADS.filter((quad) => model.events.some((event) => event.p.quad === quad));
  const fields = [
    choice("quad", quads.map((quad) => [quad, words.coded("quad", quad)])),
    choice("actor", actorOptions(app)),
    model.documents.length > 1 ? choice("document", model.documents.map((source) => [source.id, source.label])) : null,
  ];
  const certain = el("input", { type: "checkbox", onchange: () => filter.set({ certain: certain.checked }) });
  const box = el("details", { class: "geo-filters" }, el("summary", {}, words.t("filter.title")),
    el("div", { class: "geo-fields" }, fields, el("label", { class: "geo-undated" }, certain, el("span", {}, words.t("filter.certain")))));
  const left = el("span", { role: "status" });
  const again = el("button", { type: "button", onclick: () => filter.set({ ...unfiltered(model) }) }, words.t("filter.reset"));
  const narrowed = el("p", { class: "geo-narrowed" }, left, again);
  container.append(box, narrowed);
  if (!model.byKey.size) container.hidden = true;

  function choice(key, options) {
    if (!options.length) return null;
    const select = el("select", { "data-filter": key, onchange: () => filter.set({ [key]: select.value }) },
      el("option", { value: "" }, words.t("filter.all")), options.map(([value, text]) => el("option", { value }, text)));
    return el("label", {}, el("span", {}, words.t(`filter.${key}`)), select);
  }

  function refresh() {
    for (const select of box.querySelectorAll("select")) select.value = filter.state[select.dataset.filter];
    certain.checked = filter.state.certain;
    const some = toldFilters(app).length > 0;
    narrowed.classList.toggle("geo-none", !some);
    left.textContent = some ? words.t("filter.left", { n: model.events.filter(filter.passes).length, all: model.events.length }) : "";
    box.classList.toggle("geo-active", Boolean(filter.state.quad || filter.state.actor || filter.state.document || filter.state.certain));
  }
  return { refresh };
}

const unfiltered = ({ extent }) => ({ from: extent?.from ?? null, to: extent?.to ?? null, undated: true, quad: "", actor: "", document: "", certain: false });

// What narrows the view, in words: a picture of it has to say so.
export function toldFilters({ model, words, filter: { state } }) {
  const { extent } = model;
  const day = (number) => words.date(isoDay(number));
  const party = state.actor && model.events.flatMap((event) => event.p.actors ?? []).find((actor) => actor.entity === state.actor);
  return [
    extent && (state.from !== extent.from || state.to !== extent.to) && words.t("date.range", { from: day(state.from), to: day(state.to) }),
    !state.undated && words.t("filter.dated"),
    state.quad && words.coded("quad", state.quad),
    party && words.nameOf(party),
    state.document && model.documentById.get(state.document)?.label,
    state.certain && words.t("filter.certain"),
  ].filter(Boolean);
}

// Parties by the number of their events.
function actorOptions({ model, words }) {
  const found = new Map();
  for (const event of model.events) {
    actorsOf(event).forEach((id, i) => {
      const entry = found.get(id) ?? { text: words.nameOf(event.p.actors[i]), n: 0 };
      entry.n += 1;
      found.set(id, entry);
    });
  }
  return [...found].sort((a, b) => b[1].n - a[1].n).map(([id, { text, n }]) => [id, `${text} (${words.number(n)})`]);
}
