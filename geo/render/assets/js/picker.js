// A small map to set a point on, beside the fields of a form.

import { drawBasemap, readBasemap } from "./basemap.js";
import { el } from "./dom.js";
import { createMap } from "./leaflet_map.js";
import { createPin } from "./placing.js";
import { createWords } from "./words.js";

// data: {language, lat, lon}; onPick(latlng) is called when the pin was set. Returns set(lat, lon) for what was typed.
export function mountPicker(root, data, resources, onPick) {
  const words = createWords(resources.labels, data.language);
  const slot = el("div", { class: "geo-map", dir: "ltr", role: "application", "aria-label": words.t("placing.help") });
  const node = el("div", { class: "geo-root geo-picker geo-placing", dir: words.dir, lang: words.language }, slot);
  root.append(node);
  const map = createMap(slot, words, null);
  L.control.zoom({ position: "bottomright", zoomInTitle: words.t("map.in"), zoomOutTitle: words.t("map.out") }).addTo(map);
  const known = data.lat !== null && data.lon !== null;
  if (known) map.setView([data.lat, data.lon], 5, { animate: false });
  const base = readBasemap(resources.basemap);
  drawBasemap(map, base);
  letter(map, base, data.language);
  const pin = createPin(map, known ? [data.lat, data.lon] : null, words.t("placing.pin"), onPick);
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(slot);
  return { set: (lat, lon) => pin.set([lat, lon]) };
}

// Names of states, and nearer by those of capitals, to find one's way.
function letter(map, base, language) {
  const group = L.layerGroup().addTo(map);
  const draw = () => {
    group.clearLayers();
    const [zoom, view] = [map.getZoom(), map.getBounds().pad(0.2)];
    const states = [...base.labels.values()].filter(({ rank }) => rank <= zoom);
    for (const one of [...states, ...(zoom >= 5 ? base.capitals : [])]) {
      if (!view.contains([one.lat, one.lon])) continue;
      const icon = L.divIcon({ className: "geo-picker-name", iconSize: [0, 0], html: el("span", {}, one[language] ?? one.en) });
      L.marker([one.lat, one.lon], { icon, interactive: false, keyboard: false }).addTo(group);
    }
  };
  map.on("moveend", draw);
  draw();
}
