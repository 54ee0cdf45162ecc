// The address of what is seen: view, dates, layers, open mark, lit sentence. `#map=5/35.2/51.4&open=events/e1&at=doc.3`

import { actorsOf } from "./filter.js";
import { LAYERS, dayNumber, isoDay } from "./payload.js";
import { QUADS } from "./symbols.js";

export function parseHash(hash) {
  return Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
}

export function createPermalink(app, { enabled = true } = {}) {
  const noted = { open: null, at: null };
  let ready = false;

  function entries(change = {}) {
    const { map, filter, model } = app;
    const { state } = filter;
    const at = { ...noted, ...change };
    const out = new URLSearchParams();
    const { lat, lng } = map.getCenter();
    out.set("map", `${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`);
    if (LAYERS.some((layer) => !state.layers.has(layer))) out.set("layers", [...state.layers].join(","));
    if (model.extent && state.from !== model.extent.from) out.set("from", isoDay(state.from));
    if (model.extent && state.to !== model.extent.to) out.set("to", isoDay(state.to));
    if (!state.undated) out.set("undated", "0");
    for (const key of ["quad", "actor", "document"]) if (state[key]) out.set(key, state[key]);
    if (state.blocs.size) out.set("blocs", [...state.blocs].join(","));
    if (state.certain) out.set("certain", "1");
    if (at.open) out.set("open", at.open);
    if (at.at) out.set("at", at.at.join("."));
    if (app.words.language !== model.payload.interface) out.set("lang", app.words.language);
    return out;
  }

  const href = (change) => `#${entries(change)}`;

  function write() {
    // Inside an app the address belongs to the app.
    if (enabled && ready) history.replaceState(null, "", href());
  }

  function restore(hash) {
    ready = true;
    const wanted = parseHash(hash);
    const { filter, map, model } = app;
    const change = {};
    const layers = wanted.layers?.split(",").filter((layer) => LAYERS.includes(layer));
    if (layers?.length || wanted.layers === "") change.layers = new Set(layers);
    if (model.extent && dayNumber(wanted.from) !== null) change.from = dayNumber(wanted.from);
    if (model.extent && dayNumber(wanted.to) !== null) change.to = dayNumber(wanted.to);
    if (wanted.undated === "0") change.undated = false;
    // What this map does not know would hide everything: such a choice is left aside.
    if (QUADS.includes(wanted.quad)) change.quad = wanted.quad;
    if (model.documentById.has(wanted.document)) change.document = wanted.document;
    if (model.events.some((event) => actorsOf(event).includes(wanted.actor))) change.actor = wanted.actor;
    const blocs = wanted.blocs?.split(",").filter((id) => model.byKey.has(`blocs/${id}`));
    if (blocs?.length) change.blocs = new Set(blocs);
    if (wanted.certain === "1") change.certain = true;
    filter.set(change);
    const [zoom, lat, lng] = (wanted.map ?? "").split("/").map(Number);
    const seen = [zoom, lat, lng].every(Number.isFinite) && wanted.map;
    if (seen) map.setView([lat, lng], zoom, { animate: false });
    if (wanted.at) showAt(wanted.at);
    const feature = model.byKey.get(wanted.open);
    if (feature) app.open(feature, { text: false });
    if (seen) map.setView([lat, lng], zoom, { animate: false });
    return Boolean(seen);
  }

  // Document ids may hold dots themselves: the sentence is what follows the last one.
  function showAt(at) {
    const dot = at.lastIndexOf(".");
    if (/^\d+$/.test(at.slice(dot + 1))) app.reader.show(at.slice(0, dot), Number(at.slice(dot + 1)));
  }

  return {
    restore,
    write,
    href,
    note(change) {
      Object.assign(noted, change);
      write();
    },
    sentenceHref: (source, sentence) => `#${new URLSearchParams({ at: `${source.id}.${sentence}` })}`,
    featureHref: (feature) => `#${new URLSearchParams({ open: feature.key })}`,
  };
}
