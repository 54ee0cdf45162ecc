// The screen's frame: head, map with its overlays, time, and the panel with text and table.

import { el } from "./dom.js";
import { shown } from "./payload.js";

export function createFrame(root, words, payload) {
  const t = words.t;
  const part = (name, attributes = {}) => el("div", { class: `geo-${name}`, ...attributes });
  const parts = {
    search: part("search-slot"),
    tools: part("tools"),
    map: part("map", { dir: "ltr", role: "application", "aria-label": t("map.title"), "aria-describedby": "geo-map-help" }),
    overlay: part("overlay", { dir: words.dir }),
    credits: el("p", { class: "geo-credits" }), // on paper only
    time: part("time", { role: "group", "aria-label": t("time.title") }),
    filters: part("filter-slot"),
    text: el("div", { class: "geo-text-panel", role: "tabpanel", tabindex: "0", "aria-label": t("panel.text") }),
    table: el("div", { class: "geo-table-panel", role: "tabpanel", "aria-label": t("panel.table"), hidden: true }),
    live: el("p", { class: "geo-hidden", role: "status" }),
  };
  const tabs = createTabs(words, parts);
  const skip = el("a", { class: "geo-skip", href: "#", onclick: (event) => {
    event.preventDefault();
    parts.text.focus();
  } }, t("skip"));
  const heading = el("h1", {}, el("bdi", {}, shown(payload.title) || t("title")));
  const node = el("div", { class: "geo-root", dir: words.dir, lang: words.language },
    skip,
    el("header", { class: "geo-head" }, heading, parts.search, parts.tools),
    el("section", { class: "geo-map-side", "aria-label": t("map.title") }, el("p", { class: "geo-hidden", id: "geo-map-help" }, t("map.help")), el("div", { class: "geo-stage" }, parts.map, parts.overlay), parts.credits, parts.time),
    el("section", { class: "geo-panel", "aria-label": t("panel.title") }, tabs.node, parts.filters, parts.text, parts.table),
    parts.live);
  // The frame is what is measured: an app may give us a narrow column on a wide screen.
  root.append(el("div", { class: "geo-frame" }, node));
  return { node, ...parts, showPanel: tabs.show };
}

function createTabs(words, parts) {
  const names = ["text", "table"];
  const tabs = names.map((name, i) =>
    el("button", { type: "button", role: "tab", "aria-selected": String(!i), tabindex: i ? "-1" : "0", onclick: () => show(name) }, words.t(`panel.${name}`)));
  const listeners = [];

  function show(name) {
    names.forEach((one, i) => {
      tabs[i].setAttribute("aria-selected", String(one === name));
      tabs[i].setAttribute("tabindex", one === name ? "0" : "-1");
      parts[one].hidden = one !== name;
    });
    for (const listener of listeners) listener(name);
  }

  const node = el("div", { class: "geo-tabs", role: "tablist", "aria-label": words.t("panel.title") }, tabs);
  node.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    const other = tabs.find((tab) => tab.getAttribute("aria-selected") === "false");
    other.click();
    other.focus();
    event.preventDefault();
  });
  show.onChange = (listener) => listeners.push(listener);
  return { node, show };
}
