// The Leaflet map itself: ours, or one that folium made and we move into the frame.

import { el } from "./dom.js";
import { shown } from "./payload.js";

const LEAST_ZOOM = 0.75; // the whole world on a phone
// The copies of the world on either side belong to it: marks may lie past 180 degrees.
const WORLD = [[-85, -300], [85, 420]];

export function createMap(slot, words, given) {
  const map = given ? adopt(slot, given) : ours(slot);
  // Who asks for less motion gets none: pop-ups move the map into place at once.
  if (calm()) map.panBy = (offset, options) => L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
  return map;
}

export const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function ours(slot) {
  return L.map(slot, {
    zoomControl: false,
    attributionControl: false,
    minZoom: LEAST_ZOOM,
    maxZoom: 10,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 110,
    maxBounds: WORLD,
    maxBoundsViscosity: 0.6,
    fadeAnimation: false,
    zoomAnimation: !calm(),
  }).setView([30, 40], 2.5);
}

// The container goes into the frame as it is: folium's own layers and controls stay on it.
function adopt(slot, map) {
  slot.append(map.getContainer());
  map.getContainer().classList.add("geo-adopted");
  if (map.attributionControl) map.attributionControl.remove();
  if (map.zoomControl) map.zoomControl.remove();
  map.options.zoomSnap = 0.25;
  map.setMinZoom(LEAST_ZOOM);
  map.setMaxZoom(10);
  map.invalidateSize({ animate: false });
  return map;
}

export function furnish(app) {
  const { map, words } = app;
  attribution(app).addTo(map);
  app.frame.credits.textContent = sourceNames(app).map(shown).join(" · ");
  createScale(words).addTo(map);
  // Across from the legend, above the rest of its corner, and out of the way of pop-ups, which open upwards.
  L.control.zoom({ position: words.dir === "rtl" ? "bottomleft" : "bottomright", zoomInTitle: words.t("map.in"), zoomOutTitle: words.t("map.out") }).addTo(map);
}

// Wide enough that its words stand within the bar; in the interface's language.
function createScale(words) {
  const Scale = L.Control.Scale.extend({
    _updateScale(bar, text, ratio) {
      const [number, unit] = text.split(" ");
      L.Control.Scale.prototype._updateScale.call(this, bar, "", ratio);
      bar.dir = words.dir;
      bar.textContent = words.t(`map.${unit}`, { n: Number(number) });
    },
  });
  return new Scale({ imperial: false, position: "bottomleft", maxWidth: 150 });
}

// Whom the map is owed to, and what its borders do not mean.
export function sourceNames({ model, words, resources }) {
  const given = [resources.basemap.attribution, ...(model.payload.attribution ?? [])].filter((source) => source && typeof source === "string");
  // A source that another one names with more words is not named twice.
  const sources = [...new Set(given)].filter((source) => !given.some((other) => other !== source && other.startsWith(source)));
  return [...sources, words.t("map.borders")];
}

// Sources as text: the usual control would read them as markup.
function attribution(app) {
  const { words } = app;
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => {
    const short = el("summary", {}, words.t("map.sources"));
    const full = [...sourceNames(app), "Leaflet"].map((source) => el("p", { dir: "auto" }, shown(source)));
    const box = el("details", { class: "geo-attribution", dir: words.dir }, short, full);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  return control;
}

const BESIDE = 34; // pixels
const WORLDWIDE = 3; // level of zoom below which the map needs its whole width

// Events stand beside their spots, and names beside both.
function paddings({ map }, bounds, clear) {
  const [topLeft, bottomRight] = [clear.topLeft, clear.bottomRight].map((edge) => L.point(edge).add([BESIDE, BESIDE]));
  return { zoom: map.getBoundsZoom(bounds, false, topLeft.add(bottomRight)), padding: { paddingTopLeft: topLeft, paddingBottomRight: bottomRight } };
}

// The marks decide the first view: what the texts speak of, not the whole world.
export function fitMarks(app) {
  const points = [];
  for (const [feature, mark] of app.marks) {
    // An ocean or a doubtful match must not decide what is seen first.
    if (feature.layer === "countries" || feature.p.doubtful || feature.p.precision === "region") continue;
    if (app.filter.visible(feature)) points.push(...(mark.along ?? [mark.at]));
  }
  if (!points.length) for (const mark of app.marks.values()) points.push(mark.at);
  if (!points.length) return;
  const bounds = L.latLngBounds(points);
  const [whole, beside] = [app.clearance({ beside: false }), app.clearance()].map((clear) => paddings(app, bounds, clear));
  // A legend that would make the marks much smaller is not gone round: it gives way.
  app.map.fitBounds(bounds, { maxZoom: 6, animate: false, ...(whole.zoom - beside.zoom > (whole.zoom < WORLDWIDE ? 0.3 : 0.75) ? whole : beside).padding });
}
