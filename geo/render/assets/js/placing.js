// Setting a point by hand: click where it lies, drag the pin, or move it with the arrow keys. Only an app asks for it.

import { el, name } from "./dom.js";
import { titleOf } from "./popup.js";

const STEP = 4; // pixels that an arrow key moves the pin; with Shift ten times as many
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// A pin that says where it is each time it was moved; null until it is first set.
export function createPin(map, at, label, moved) {
  if (!map.getPane("pin")) map.createPane("pin").style.zIndex = 690;
  const icon = L.divIcon({ className: "geo-pin", iconSize: [36, 44], iconAnchor: [18, 42], html: "" });
  const marker = L.marker(at ?? map.getCenter(), { icon, pane: "pin", draggable: true, keyboard: true, autoPan: true });
  const set = (latlng) => {
    marker.setLatLng(latlng);
    if (!map.hasLayer(marker)) show();
    moved(marker.getLatLng().wrap());
  };
  const click = (event) => set(event.latlng);

  function show() {
    marker.addTo(map);
    const node = marker.getElement();
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", label);
    node.append(el("span"));
    node.addEventListener("keydown", nudge);
  }

  function nudge(event) {
    const [dx, dy] = KEYS[event.key] ?? [];
    if (dx === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 * STEP : STEP;
    set(map.containerPointToLatLng(map.latLngToContainerPoint(marker.getLatLng()).add([dx * far, dy * far])));
    map.panInside(marker.getLatLng(), { padding: [40, 50], animate: false });
  }

  marker.on("dragend", () => moved(marker.getLatLng().wrap()));
  map.on("click", click);
  if (at) show();
  return {
    focus: () => marker.getElement()?.focus({ preventScroll: true }),
    set: (latlng) => marker.setLatLng(latlng),
    remove: () => {
      map.off("click", click);
      marker.remove();
    },
  };
}

export const degrees = ({ lat, lng }) => `${lat.toFixed(4)}, ${lng.toFixed(4)}`;

// Moving a place of the map: a bar with the point, and the choice to keep it.
export function createPlacing(app) {
  const { map, words, frame, options } = app;
  const stage = frame.overlay.parentElement;
  let end = () => {};

  function start(feature) {
    end();
    const from = L.latLng(app.marks.get(feature).at);
    map.closePopup();
    let at = null;
    const where = el("output", { dir: "ltr" }, degrees(from.wrap()));
    const save = el("button", { type: "button", class: "geo-act", disabled: true, onclick: () => (end(), options.onMove(feature.id, at)) }, words.t("placing.save"));
    const cancel = el("button", { type: "button", onclick: () => end() }, words.t("placing.cancel"));
    const bar = el("div", { class: "geo-placing-bar", role: "group", dir: words.dir, "aria-label": words.t("popup.move") },
      el("p", {}, words.t("placing.help"), " ", name(titleOf(app, feature)), " ", where), save, cancel);
    const pin = createPin(map, from, words.t("placing.pin"), (latlng) => {
      at = latlng;
      where.textContent = degrees(at);
      save.disabled = false;
      app.say(degrees(at));
    });
    const escape = (event) => event.key === "Escape" && end();
    stage.append(bar);
    map.panInside(from, { paddingTopLeft: [50, bar.offsetHeight + 70], paddingBottomRight: [50, 60], animate: false });
    stage.addEventListener("keydown", escape);
    frame.node.classList.add("geo-placing");
    end = () => {
      pin.remove();
      bar.remove();
      stage.removeEventListener("keydown", escape);
      frame.node.classList.remove("geo-placing");
      end = () => {};
    };
    pin.focus();
  }
  return { start, refresh: () => {}, stop: () => end() };
}
