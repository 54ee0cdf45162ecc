// Many events: those that would stand on one another become one mark with their number; those out of sight wait.

import { el } from "./dom.js";
import { eventList } from "./popup.js";
import { countsOf } from "./relations.js";
import { crowdSymbol } from "./symbols.js";

export const MANY_EVENTS = 40; // events up to here all stand on the map
const CELL = 72; // pixels of the grid in which a crowd gathers
const CROWD = 4;
const LISTED = 200; // events in one list; the table has them all
const CLOSE = 8; // zoom from which a crowd opens as a list instead of coming nearer

export function createCrowds(app) {
  app.map.createPane("crowds").style.zIndex = 610;
  const group = L.layerGroup().addTo(app.map);
  let hidden = new Set();
  app.crowds = [];

  function refresh() {
    group.clearLayers();
    hidden = new Set();
    app.crowds = [];
    const events = app.model.layers.events.filter((feature) => app.marks.has(feature) && app.filter.visible(feature));
    if (events.length <= MANY_EVENTS) return;
    const view = app.map.getBounds().pad(0.3);
    const crowds = [];
    for (const cell of cells(app, events).values()) {
      const away = cell.every((feature) => !view.contains(app.marks.get(feature).at));
      if (!away && cell.length < CROWD) continue;
      for (const feature of cell) hidden.add(feature);
      if (!away) crowds.push(cell);
    }
    app.crowds = apart(app, crowds).map(({ cell, at }) => crowdMark(app, cell, at, group));
  }

  return { refresh, hides: (feature) => hidden.has(feature), active: () => hidden.size > 0 };
}

function cells(app, events) {
  const found = new Map();
  for (const feature of events) {
    const { x, y } = app.map.project(app.marks.get(feature).at);
    const key = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(feature);
  }
  return found;
}

const sizeOf = (cell) => Math.min(26 + 5 * Math.log2(cell.length / CROWD + 1), 54);

function middleOf(app, cell) {
  const points = cell.map((feature) => app.marks.get(feature).at);
  return [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
}

// Crowds whose rings would overlap are one crowd: the larger takes the smaller, and stays where it is.
function apart(app, crowds) {
  const kept = [];
  for (const cell of crowds.sort((a, b) => b.length - a.length)) {
    const at = middleOf(app, cell);
    const point = app.map.project(at);
    const over = kept.find((other) => other.point.distanceTo(point) < (sizeOf(other.cell) + sizeOf(cell)) / 2);
    if (over) over.cell = over.cell.concat(cell);
    else kept.push({ cell, at, point });
  }
  return kept;
}

// A ring tells the classes of its events; it opens nearer, and at the end as a list.
function crowdMark(app, cell, middle, group) {
  const { map, words } = app;
  const size = sizeOf(cell);
  const node = el("button", { type: "button", class: "geo-crowd", tabindex: "-1", "aria-label": words.t("popup.events", { n: cell.length }) },
    crowdSymbol(size, countsOf(cell), words.number(cell.length)));
  const icon = L.divIcon({ className: "geo-icon", html: node, iconSize: [size, size] });
  const open = () => {
    if (map.getZoom() < CLOSE) map.setView(middle, map.getZoom() + 2, { animate: false });
    else app.openList(words.t("popup.events", { n: cell.length }), eventList(app, cell.slice(0, LISTED)), middle);
  };
  L.marker(middle, { icon, pane: "crowds", keyboard: false }).on("click", open).addTo(group);
  return { at: middle, reach: size / 2, node, open };
}
