// Choices beside time: kind of event, party, text, and only what is certain.

import { el } from "./dom.js";
import { actorsOf } from "./filter.js";
import { shown } from "./payload.js";
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
  container.append(box);

  function choice(key, options) {
    if (!options.length) return null;
    const select = el("select", { "data-filter": key, onchange: () => filter.set({ [key]: select.value }) },
      el("option", { value: "" }, words.t("filter.all")), options.map(([value, text]) => el("option", { value }, text)));
    return el("label", {}, el("span", {}, words.t(`filter.${key}`)), select);
  }

  function refresh() {
    for (const select of box.querySelectorAll("select")) select.value = filter.state[select.dataset.filter];
    certain.checked = filter.state.certain;
    box.classList.toggle("geo-active", Boolean(filter.state.quad || filter.state.actor || filter.state.document || filter.state.certain));
  }
  return { refresh };
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
