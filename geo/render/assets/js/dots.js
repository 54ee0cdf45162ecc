// Many places: the most named of those in sight stand as marks, the rest as one path of small dots, each still openable.

import { el, name } from "./dom.js";
import { titleOf } from "./popup.js";
import { TONES } from "./symbols.js";

export const MANY_PLACES = 60; // places up to here all stand as marks
const MANY = 300; // more marks than these never stand at once
const CELL = 30; // pixels in which one mark stands, when there are many
const REACH = 9; // pixels within which a click means a dot
const LISTED = 40;

export function createDots(app) {
  app.map.createPane("dots").style.zIndex = 440;
  const renderer = L.svg({ pane: "dots", padding: 0.4 });
  const group = L.layerGroup().addTo(app.map);
  let hidden = new Set();
  let dots = [];
  app.dots = dots;

  function refresh() {
    group.clearLayers();
    hidden = new Set();
    app.dots = dots = [];
    const places = app.model.layers.places.filter((feature) => app.marks.has(feature) && app.filter.visible(feature));
    if (places.length <= MANY_PLACES) return;
    const view = app.map.getBounds().pad(0.3);
    const seen = places.filter((feature) => view.contains(app.marks.get(feature).at));
    const kept = leading(seen);
    hidden = new Set(places.filter((feature) => !kept.has(feature)));
    app.dots = dots = seen.filter((feature) => !kept.has(feature));
    if (dots.length) draw();
  }

  // The most named place of each cell.
  function leading(places) {
    const taken = new Map();
    for (const feature of places.sort((a, b) => (b.p.count ?? 0) - (a.p.count ?? 0))) {
      const { x, y } = app.map.project(app.marks.get(feature).at);
      const cell = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
      if (!taken.has(cell) && taken.size < MANY) taken.set(cell, feature);
    }
    return new Set(taken.values());
  }

  // A line of no length with round ends is a dot: thousands of them cost one node.
  function draw() {
    const paths = dots.map((feature) => [app.marks.get(feature).at, app.marks.get(feature).at]);
    const common = { renderer, pane: "dots", lineCap: "round", noClip: true, smoothFactor: 0, fill: false, opacity: 1 };
    group.addLayer(L.polyline(paths, { ...common, color: "#ffffff", weight: 8, interactive: false }));
    const face = L.polyline(paths, { ...common, color: TONES.place, weight: 5.5 });
    face.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      open(event.latlng);
    });
    group.addLayer(face);
    face.getElement().setAttribute("aria-hidden", "true"); // the table and the search lead to each of them
  }

  function open(at) {
    const point = app.map.project(at);
    const near = dots
      .map((feature) => [app.map.project(app.marks.get(feature).at).distanceTo(point), feature])
      .filter(([far]) => far <= REACH)
      .sort(([a], [b]) => a - b)
      .map(([, feature]) => feature);
    if (near.length === 1) app.open(near[0]);
    else if (near.length) app.openList(app.words.t("layer.places"), list(near.slice(0, LISTED)), at);
  }

  function list(features) {
    const row = (feature) => el("li", {}, el("button", { type: "button", onclick: () => app.open(feature) }, name(titleOf(app, feature))));
    return el("ol", { class: "geo-event-list", dir: app.words.dir }, features.map(row));
  }

  return { refresh, hides: (feature) => hidden.has(feature), active: () => hidden.size > 0 };
}
