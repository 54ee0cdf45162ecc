// The legend is the switchboard: each layer with its count, each symbol with its meaning.

import { el, name } from "./dom.js";
import { blocLook } from "./blocs.js";
import { topCounts } from "./countries.js";
import { MANY_EVENTS } from "./crowds.js";
import { MANY_PLACES } from "./dots.js";
import { eventLook } from "./events.js";
import { isVague } from "./filter.js";
import { placeLook } from "./places.js";
import { eventList } from "./popup.js";
import { countsOf, dominant } from "./relations.js";
import { DASHES, QUADS, TONES, crowdSymbol, eventSymbol, lineSymbol, placeSymbol, shadeSymbol } from "./symbols.js";

const LISTED = 200; // the table has them all
const ORDER = ["places", "events", "relations", "corridors", "countries"];

function layerSymbol(layer) {
  if (layer === "places") return placeSymbol(6);
  if (layer === "events") return eventSymbol("verbal cooperation");
  if (layer === "countries") return shadeSymbol();
  if (layer === "corridors") return lineSymbol(TONES.corridor, { width: 3.4 });
  return lineSymbol(TONES["verbal cooperation"], { arc: true, width: 4 });
}

export function createLegend(app, container) {
  const { words, model, filter } = app;
  const counters = new Map();
  const rows = ORDER.filter((layer) => model.layers[layer].length).map((layer) => {
    const count = el("b", { class: "geo-count" });
    counters.set(layer, count);
    const box = el("input", { type: "checkbox", checked: true, "data-layer": layer, onchange: () => toggle(layer, box.checked) });
    return el("li", {}, el("label", {}, box, el("span", { class: "geo-key" }, layerSymbol(layer)), el("span", {}, words.t(`layer.${layer}`)), count));
  });

  function toggle(layer, on) {
    const layers = new Set(filter.state.layers);
    if (on) layers.add(layer);
    else layers.delete(layer);
    filter.set({ layers });
  }

  const blocs = blocList(app);
  const unplaced = unplacedList(app);
  const meanings = keys(app);
  const symbols = meanings.length ? el("details", { class: "geo-symbols", open: true }, el("summary", {}, words.t("legend.symbols")), el("ul", { class: "geo-keys" }, meanings)) : null;
  const narrow = app.map.getSize().x < 700 && rows.length > 0;
  const box = el("details", { class: "geo-legend", dir: words.dir, open: !narrow },
    el("summary", {}, words.t("legend.title")),
    rows.length ? el("ul", { class: "geo-layers" }, rows) : el("p", { class: "geo-empty" }, words.t("empty")),
    unplaced.node,
    blocs.node,
    symbols);
  container.append(box);
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.disableScrollPropagation(box);

  function refresh() {
    for (const [layer, node] of counters) {
      node.textContent = words.number(things(model.layers[layer].filter(filter.passes)));
      const input = box.querySelector(`input[data-layer="${layer}"]`);
      input.checked = filter.state.layers.has(layer);
    }
    blocs.refresh();
    unplaced.refresh();
  }
  // Closes the symbols, then the whole, where the legend lies on marks; tells whether it did. At first view only: then
  // it is the reader's.
  function giveWay() {
    const part = [symbols, box].find((one) => one?.open);
    if (!part || !box.open || !covers(app, box)) return false;
    part.open = false;
    return true;
  }
  return { refresh, node: box, giveWay };
}

function covers({ map, marks }, box) {
  const frame = map.getContainer().getBoundingClientRect();
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return [...marks].some(([feature, { at }]) => {
    if (!["places", "events"].includes(feature.layer)) return false;
    const { x, y } = map.latLngToContainerPoint(at);
    return x + frame.x > left && x + frame.x < right && y + frame.y > top && y + frame.y < bottom;
  });
}

// A corridor has a line for each branch: what is counted is the corridors.
function things(features) {
  return features[0]?.layer === "corridors" ? new Set(features.map((feature) => feature.p.corridor ?? feature.id)).size : features.length;
}

// Events that no mark shows, for their texts name no place: a list in the middle of the map.
function unplacedList(app) {
  const { words, model, filter } = app;
  const all = model.events.filter((event) => !event.geometry);
  if (!all.length) return { node: null, refresh() {} };
  const shown = () => all.filter(filter.visible);
  const open = () => app.openList(words.t("legend.unplaced", { n: shown().length }), eventList(app, shown().slice(0, LISTED)));
  const node = el("button", { type: "button", class: "geo-unplaced-open", onclick: open });
  function refresh() {
    const n = shown().length;
    node.hidden = !n;
    node.textContent = words.t("legend.unplaced", { n });
  }
  return { node, refresh };
}

// The blocs that the texts name, none outlined until asked for; each leads to the words that name it.
function blocList(app) {
  const { words, model, filter } = app;
  if (!model.blocs.length) return { node: null, refresh() {} };
  const boxes = model.blocs.map((feature) => {
    const { tone, dash } = blocLook(app, feature);
    const box = el("input", { type: "checkbox", "data-bloc": feature.id, onchange: () => toggle(feature, box.checked) });
    return { feature, box, row: el("li", {}, el("label", {}, box, el("span", { class: "geo-key" }, lineSymbol(tone, { dash })), name(words.nameOf(feature.p)),
      el("b", { class: "geo-count", title: words.t("bloc.members", { n: feature.p.members.length }) }, words.number(feature.p.members.length))),
      el("button", { type: "button", class: "geo-more", "aria-label": words.t("bloc.quotes", { name: words.nameOf(feature.p) }), onclick: () => app.open(feature) }, "…")) };
  });
  function toggle(feature, on) {
    const chosen = new Set(filter.state.blocs);
    if (on) chosen.add(feature.id);
    else chosen.delete(feature.id);
    filter.set({ blocs: chosen });
  }
  const node = el("details", { class: "geo-blocs" }, el("summary", {}, words.t("bloc.title", { n: boxes.length })), el("ul", {}, boxes.map(({ row }) => row)));
  function refresh() {
    for (const { feature, box } of boxes) box.checked = filter.state.blocs.has(feature.id);
    if (filter.state.blocs.size) node.open = true;
  }
  return { node, refresh };
}

// Only the meanings that this map uses.
export function keyEntries(app) {
  const { words, model } = app;
  const { events, places, corridors, relations } = model.layers;
  const out = [];
  for (const bloc of model.blocs.filter(app.filter.visible)) {
    const { tone, dash } = blocLook(app, bloc);
    out.push([lineSymbol(tone, { dash }), words.nameOf(bloc.p)]);
  }
  for (const quad of QUADS) if (events.some((event) => event.p.quad === quad)) out.push([eventSymbol(quad), words.coded("quad", quad)]);
  if (places.length > 1) out.push([placeSymbol(8), words.t("legend.larger")]);
  if (relations.length > 1) out.push([lineSymbol(TONES["verbal cooperation"], { arc: true, width: 6 }), words.t("legend.wider")]);
  if (model.layers.countries.length > 2) out.push([shadeSymbol(), words.t("legend.shades", Object.fromEntries(topCounts(model.layers.countries).map((n, i) => ["abc"[i], n])))]);
  if (relations.length) {
    for (const quad of Object.keys(DASHES)) {
      if (relations.some((pair) => dominant(countsOf(app.filter.eventsOf(pair))) === quad)) out.push([lineSymbol(TONES[quad], { dash: DASHES[quad], arc: true }), words.t("legend.conflict", { quad: words.coded("quad", quad) })]);
    }
  }
  if (events.length > MANY_EVENTS) out.push([crowdSymbol(24, { ...Object.fromEntries(QUADS.map((quad) => [quad, 1])) }, "9"), words.t("legend.crowd")]);
  if (places.length > MANY_PLACES) out.push([placeSymbol(2.8), words.t("legend.dots")]);
  if ([...places, ...events].some((feature) => feature.p.basis === "inferred")) out.push([eventSymbol("verbal cooperation", { hollow: true }), words.t("legend.inferred")]);
  if (events.some(isVague)) out.push([eventSymbol("verbal cooperation", { vague: true }), words.t("legend.vague")]);
  if (events.some((event) => eventLook(event).unreal)) out.push([eventSymbol("verbal cooperation", { unreal: true }), words.t("legend.unreal")]);
  if (places.some((feature) => placeLook(feature).area)) out.push([placeSymbol(8, { area: true }), words.t("legend.area")]);
  if (corridors.some((feature) => feature.p.status === "planned")) out.push([lineSymbol(TONES.corridor, { dash: "3 4" }), words.t("legend.planned")]);
  if (corridors.some((feature) => feature.p.mode === "sea")) out.push([lineSymbol(TONES.corridor, { dash: "12 4" }), words.t("legend.sea")]);
  return out;
}

// What a picture has to explain beside the symbols: layers that are shown and whose marks no other entry names.
export function layerEntries({ model, filter, words }) {
  return ["places", "relations", "corridors"].filter((layer) => model.layers[layer].some(filter.visible)).map((layer) => [layerSymbol(layer), words.t(`layer.${layer}`)]);
}

function keys(app) {
  return keyEntries(app).map(([symbol, text]) => el("li", {}, el("span", { class: "geo-key" }, symbol), el("span", {}, text)));
}
