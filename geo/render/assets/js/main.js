// The renderer's door: mount(root, payload, resources, options) draws everything inside root and nothing outside it.

import { drawBasemap, readBasemap } from "./basemap.js";
import { blocPoint, createBlocs } from "./blocs.js";
import { createFilter } from "./filter.js";
import { createFilters } from "./filters.js";
import { createFrame } from "./frame.js";
import { calm, createMap, fitMarks, furnish } from "./leaflet_map.js";
import { createLegend } from "./legend.js";
import { createLettering } from "./lettering.js";
import { createMarks, roveKeys } from "./marks.js";
import { createModel } from "./payload.js";
import { createPermalink } from "./permalink.js";
import { mountPicker } from "./picker.js";
import { createPlacing } from "./placing.js";
import { listed, popupContent, titleOf } from "./popup.js";
import { createReader } from "./reader.js";
import { createSearch } from "./search.js";
import { createSelecting } from "./selecting.js";
import { createStory } from "./story.js";
import { createTable } from "./table.js";
import { createTime } from "./time.js";
import { createTools } from "./tools.js";
import { createWords } from "./words.js";

// resources: {basemap, labels}; options: {permalink, map, language, onOpen}, and of an app that takes corrections:
// onCorrect(key), onMove(entity, latlng), onSelect({document, start, end, kind}).
// Mounting into the same root again replaces what was there.
const mounted = new WeakMap();

export const picker = mountPicker;

export function mount(root, payload, resources, options = {}) {
  mounted.get(root)?.destroy();
  const language = options.language ?? payload.interface ?? "en";
  const words = createWords(resources.labels, language);
  const model = createModel(payload);
  const frame = createFrame(root, words, payload);
  const app = { root, payload, resources, options, words, model, frame };
  app.base = readBasemap(resources.basemap);
  app.filter = createFilter(model);
  app.map = createMap(frame.map, words, options.map);
  app.permalink = createPermalink(app, { enabled: options.permalink ?? false });
  app.calm = calm;
  app.showPanel = frame.showPanel;
  app.say = (text) => (frame.live.textContent = text);
  furnish(app);
  const marks = createMarks(app);
  app.reader = createReader(app, frame.text);
  app.open = createOpener(app, marks);
  app.openList = (title, content, at) => openList(app, title, content, at);
  const table = createTable(app, frame.table);
  const legend = createLegend(app, frame.overlay);
  app.clearance = (wish) => clearance(app, legend.node, wish);
  const parts = [marks, createBlocs(app), createLettering(app), legend, createStory(app, frame.overlay), createTime(app, frame.time), createFilters(app, frame.filters), table];
  if (options.onMove) parts.push((app.placing = createPlacing(app)));
  if (options.onSelect) parts.push(createSelecting(app));
  createSearch(app, frame.search);
  createTools(app, frame.tools);
  frame.showPanel.onChange(() => table.refresh());
  const refresh = () => {
    for (const part of parts) part.refresh();
    app.permalink.write();
  };
  app.map.invalidateSize({ animate: false }); // what stands around the map has taken its room
  fitMarks(app);
  app.filter.onChange(refresh);
  roveKeys(app, marks);
  while (legend.giveWay()) fitMarks(app);
  app.permalink.restore(options.permalink ? location.hash : "");
  drawBasemap(app.map, app.base); // last, in the view that stays: forty thousand points are drawn once
  listen(app, refresh);
  const handle = { app, open: (key) => app.open(model.byKey.get(key), { fly: true }), destroy: () => destroy(app, parts) };
  mounted.set(root, handle);
  return handle;
}

function listen(app, refresh) {
  app.map.on("moveend", app.permalink.write);
  app.onHash = () => app.permalink.restore(location.hash);
  if (app.options.permalink) window.addEventListener("hashchange", app.onHash);
  app.frame.node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") app.map.closePopup();
  });
  // The frame may get its size late (a tab, a Streamlit column): Leaflet has to be told.
  app.sizes = new ResizeObserver(() => app.map.invalidateSize({ animate: false }));
  app.sizes.observe(app.frame.map);
  app.map.on("resize", refresh);
  // Paper has another shape than the screen: what is seen is fitted to it, and the view comes back afterwards.
  let seen = null;
  app.onPrint = () => {
    seen = { center: app.map.getCenter(), zoom: app.map.getZoom() };
    const bounds = app.map.getBounds();
    app.map.invalidateSize({ animate: false }).fitBounds(bounds, { animate: false });
  };
  app.onPrinted = () => {
    if (!seen) return;
    app.map.invalidateSize({ animate: false }).setView(seen.center, seen.zoom, { animate: false });
  };
  window.addEventListener("beforeprint", app.onPrint);
  window.addEventListener("afterprint", app.onPrinted);
}

function destroy(app, parts) {
  mounted.delete(app.root);
  for (const part of parts) part.stop?.();
  app.sizes.disconnect();
  window.removeEventListener("hashchange", app.onHash);
  window.removeEventListener("beforeprint", app.onPrint);
  window.removeEventListener("afterprint", app.onPrinted);
  app.map.remove();
  app.frame.node.parentElement.remove();
}

// Opens the pop-up of a feature; brings its mark into view, lights its words, remembers where the reader came from.
function createOpener(app, marks) {
  const { map, filter, model } = app;
  const bounds = map.options.maxBounds;

  map.on("popupclose", () => {
    if (bounds) map.setMaxBounds(bounds);
    app.permalink.note({ open: null });
    app.reader.mark(null);
    if (app.from?.isConnected) app.from.focus({ preventScroll: true });
    app.from = null;
  });

  return function open(feature, { fly = false, text = false, focus = true } = {}) {
    if (!feature) return;
    if (feature.layer === "blocs") filter.set({ blocs: new Set([...filter.state.blocs, feature.id]) });
    else if (!filter.state.layers.has(feature.layer)) filter.set({ layers: new Set([...filter.state.layers, feature.layer]) });
    const mark = app.marks.get(feature);
    const spot = mark?.at ?? (feature.layer === "blocs" ? blocPoint(app, feature) : null);
    const at = spot ?? map.getCenter();
    if (fly && spot) goTo(app, at);
    const [dx, dy] = (marks.nodeOf(feature) && mark.shift) ?? [0, 0];
    const width = Math.min(380, map.getSize().x - 60);
    openPopup(app, {
      maxWidth: width,
      minWidth: Math.min(260, width),
      maxHeight: Math.max(Math.min(0.62 * map.getSize().y, 430), 150),
      offset: [dx, dy - 6],
      className: spot ? "" : "geo-unplaced",
    }, at, popupContent(app, feature));
    if (focus) app.frame.map.querySelector(".leaflet-popup h2").focus({ preventScroll: true });
    app.reader.mark(feature.key);
    app.permalink.note({ open: feature.key });
    const first = feature.p.quotes?.[0];
    if (text && first && model.documentById.has(first.document)) app.reader.show(first.document, first.sentence);
    app.say(titleOf(app, feature));
    app.options.onOpen?.(feature.key);
    marks.nodeOf(feature)?.classList.add("geo-opened");
  };
}

// A list in a pop-up: at a mark, or in the middle of the map for what has none.
function openList(app, title, content, at = null) {
  const { map } = app;
  const { x: width, y: height } = map.getSize();
  openPopup(app, {
    maxWidth: Math.min(360, width - 60),
    maxHeight: Math.max(Math.min(0.6 * height, 360), 150),
    className: at ? "" : "geo-unplaced",
    autoPan: Boolean(at),
  }, at ?? map.containerPointToLatLng([width / 2, 0.85 * height]), listed(title, content, app.words));
  app.frame.map.querySelector(".leaflet-popup h2").focus({ preventScroll: true });
}

// Near the map's edge a pop-up needs more room than the world has: as long as it is open the bounds do not pull back.
function openPopup(app, options, at, content) {
  // The focus comes back to where the reader left the page, also from a pop-up that another one led to.
  const active = app.frame.node.getRootNode().activeElement;
  const origin = active?.closest(".leaflet-popup") ? app.from : active;
  app.map.closePopup();
  app.from = origin;
  app.map.setMaxBounds(null);
  const clear = app.clearance();
  if (clear.covered) app.frame.overlay.querySelector(".geo-legend").open = false;
  L.popup({ autoPanPaddingTopLeft: clear.topLeft, autoPanPaddingBottomRight: clear.bottomRight, ...options }).setLatLng(at).setContent(content).openOn(app.map);
  app.frame.map.querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", app.words.t("popup.close"));
}

// Pixels that the overlays take from the map's edges: views and pop-ups keep clear of them.
function clearance({ map, words }, legend, { beside: asked = true } = {}) {
  const { x: width } = map.getSize();
  const beside = asked && legend.open && width - legend.offsetWidth > 430 ? legend.offsetWidth + 14 : 0;
  const rtl = words.dir === "rtl";
  const zoom = width > 500 ? 56 : 16;
  return {
    topLeft: [rtl ? zoom : beside || 16, 56],
    bottomRight: [rtl ? beside || 16 : zoom, width > 500 ? 34 : 120],
    covered: legend.open && !beside,
  };
}

function goTo({ map }, at) {
  const zoom = Math.max(map.getZoom(), 4);
  if (map.getZoom() >= 3.5 && map.getBounds().pad(-0.15).contains(at)) return;
  // A jump, not a flight: the pop-up opens in the right place at once, and nobody gets sick.
  map.setView(at, zoom, { animate: false });
}
