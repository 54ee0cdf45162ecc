// Every mark of every layer: drawn when the filter lets it through, named for screen readers, reached by arrow keys.

import { createCorridors } from "./corridors.js";
import { createCountries } from "./countries.js";
import { createCrowds } from "./crowds.js";
import { seamOf, turned } from "./curves.js";
import { createDots } from "./dots.js";
import { arrange, createEvents } from "./events.js";
import { LAYERS } from "./payload.js";
import { createPlaces } from "./places.js";
import { titleOf } from "./popup.js";
import { createRelations, seats } from "./relations.js";

const ORDER = ["events", "places", "relations", "corridors", "countries"];

export function createMarks(app) {
  app.seam = seamOf(lonsOf(app.model));
  const makers = [createCountries, createRelations, createCorridors, createPlaces, createEvents];
  app.marks = new Map(makers.flatMap((make) => [...make(app).marks]));
  const drawn = new Map();

  function add(feature, mark) {
    const layer = mark.draw().addTo(app.map);
    const target = layer.target ?? layer;
    target.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      app.open(feature);
    });
    const node = target.getElement();
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
    node.setAttribute("aria-label", `${app.words.t(`one.${feature.layer}`)}: ${titleOf(app, feature)}`);
    node.dataset.mark = feature.key;
    node.classList.add("geo-target");
    drawn.set(feature, { layer, node, signature: signature(feature, mark) });
  }

  function remove(feature) {
    drawn.get(feature).layer.remove();
    drawn.delete(feature);
  }

  // An arc's width and tone follow its visible events: it is drawn again when they change.
  const signature = (feature, mark) => (mark.changes ? app.filter.eventsOf(feature) : null);

  const gathered = [createCrowds(app), createDots(app), createBusiest(app)];
  // What stands on the map as a mark of its own.
  app.drawn = (feature) => app.filter.visible(feature) && !gathered.some((one) => one.hides(feature));

  function refresh() {
    for (const one of gathered) one.refresh();
    for (const [feature, mark] of app.marks) {
      const visible = app.drawn(feature);
      const now = drawn.get(feature);
      if (now && (!visible || !same(now.signature, signature(feature, mark)))) remove(feature);
      if (visible && !drawn.has(feature)) add(feature, mark);
    }
    arrange(app);
    zoom = app.map.getZoom();
    rove(drawn);
  }
  let zoom = null; // of the last arrangement; none before the first, which the filter calls for
  app.map.on("moveend", () => {
    if (zoom === null) return;
    if (gathered.some((one) => one.active())) refresh();
    else if (zoom !== app.map.getZoom()) arrange(app);
    zoom = app.map.getZoom();
  });

  // Crowds stand in for their events in the order of the keys.
  const stopsNow = () => [...app.crowds.map(({ node, open }) => ({ node, open })), ...stops(drawn).map(({ node, feature }) => ({ node, open: () => app.open(feature) }))];

  const nodeOf = (feature) => drawn.get(feature)?.node ?? null;
  return { refresh, nodeOf, stops: stopsNow, layers: LAYERS };
}

// Longitudes of what decides the view.
function lonsOf({ layers, events }) {
  const points = [...layers.places, ...events].filter(({ geometry, p }) => geometry?.type === "Point" && !p.doubtful && p.precision !== "region");
  return [...points.map(({ geometry }) => geometry.coordinates), ...layers.relations.flatMap(({ geometry }) => seats(geometry) ?? [])].map(([lon]) => turned(lon, -180));
}

function same(before, now) {
  return before === now || (before?.length === now?.length && before.every((event, i) => event === now[i]));
}

const MOST_ARCS = 250; // more arcs than these would be a thicket that nobody reads

// Of very many relations the map draws those with the most events; the table has them all.
function createBusiest(app) {
  let hidden = new Set();
  function refresh() {
    const size = (relation) => app.filter.eventsOf(relation).length;
    const shown = app.model.layers.relations.filter(app.filter.visible);
    hidden = new Set(shown.length > MOST_ARCS ? shown.sort((a, b) => size(b) - size(a)).slice(MOST_ARCS) : []);
  }
  return { refresh, hides: (feature) => hidden.has(feature), active: () => false };
}

function stops(drawn) {
  const of = (layer) => [...drawn].filter(([feature]) => feature.layer === layer);
  const ordered = ORDER.flatMap((layer) => of(layer).sort(([a], [b]) =>
    layer === "events" ? (a.start ?? Infinity) - (b.start ?? Infinity) || 0 : (b.p.count ?? 0) - (a.p.count ?? 0)));
  return ordered.map(([feature, { node }]) => ({ feature, node }));
}

// One mark is a tab stop; the arrow keys move among the rest, so that a hundred marks do not bar the way.
function rove(drawn) {
  const all = stops(drawn);
  if (!all.some(({ node }) => node.getAttribute("tabindex") === "0") && all.length) all[0].node.setAttribute("tabindex", "0");
}

export function roveKeys(app, marks) {
  app.map.getContainer().addEventListener("keydown", (event) => {
    const node = event.target.closest?.(".geo-target, .geo-crowd");
    if (!node) return;
    const all = marks.stops();
    const at = all.findIndex((stop) => stop.node === node);
    if (at < 0) return;
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") all[at].open();
    else if (by) {
      const next = all[(at + by + all.length) % all.length].node;
      node.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}
