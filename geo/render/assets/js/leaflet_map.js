// The Leaflet map itself: ours, or one that folium made and we move into the frame.

import { el } from "./dom.js";
import { shown } from "./payload.js";

export function createMap(slot, words, given) {
  if (given) return adopt(slot, given);
  return L.map(slot, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 1.5,
    maxZoom: 10,
    zoomSnap: 0.25,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 110,
    maxBounds: [[-85, -300], [85, 360]],
    maxBoundsViscosity: 0.6,
    fadeAnimation: false,
  }).setView([30, 40], 2.5);
}

// The container goes into the frame as it is: folium's own layers and controls stay on it.
function adopt(slot, map) {
  slot.append(map.getContainer());
  map.getContainer().classList.add("geo-adopted");
  if (map.attributionControl) map.attributionControl.remove();
  if (map.zoomControl) map.zoomControl.remove();
  map.options.zoomSnap = 0.25;
  map.setMinZoom(1.5);
  map.setMaxZoom(10);
  map.invalidateSize({ animate: false });
  return map;
}

export function furnish(app) {
  const { map, words } = app;
  attribution(app).addTo(map);
  app.frame.credits.textContent = sourceNames(app).map(shown).join(" · ");
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  // Across from the legend, above the rest of its corner, and out of the way of pop-ups, which open upwards.
  L.control.zoom({ position: words.dir === "rtl" ? "bottomleft" : "bottomright", zoomInTitle: words.t("map.in"), zoomOutTitle: words.t("map.out") }).addTo(map);
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
  const clear = app.clearance();
  // Events stand beside their spots, and names beside both.
  const [topLeft, bottomRight] = [clear.topLeft, clear.bottomRight].map((edge) => edge.map((pixels) => pixels + BESIDE));
  app.map.fitBounds(L.latLngBounds(points), { maxZoom: 6, animate: false, paddingTopLeft: topLeft, paddingBottomRight: bottomRight });
}
