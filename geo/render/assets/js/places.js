// Places sized by the times they are named; hollow where the text does not say the place itself.

import { turned } from "./curves.js";
import { el } from "./dom.js";
import { isVague } from "./filter.js";
import { placeRadius, placeSymbol } from "./symbols.js";

const AREAS = new Set(["region", "admin"]);

export function createPlaces(app) {
  app.map.createPane("places").style.zIndex = 600;
  const marks = new Map();
  for (const feature of app.model.layers.places) {
    if (feature.geometry?.type !== "Point") continue;
    const [lon, lat] = feature.geometry.coordinates;
    const at = [lat, turned(lon, app.seam)];
    marks.set(feature, { draw: () => drawPlace(app, feature, at), at });
  }
  return { marks };
}

export function placeLook(feature) {
  const p = feature.p;
  return {
    hollow: p.basis === "inferred" || Boolean(p.doubtful),
    area: AREAS.has(p.precision) || ["water", "region", "land"].includes(p.kind),
    vague: isVague(feature),
  };
}

function drawPlace(app, feature, at) {
  const symbol = placeSymbol(placeRadius(feature.p.count), placeLook(feature));
  const size = Number(symbol.getAttribute("width"));
  const html = el("div", { class: "geo-mark" }, symbol);
  const icon = L.divIcon({ className: "geo-icon", html, iconSize: [size, size] });
  return L.marker(at, { icon, pane: "places", keyboard: false, riseOnHover: true });
}
