// Every layer as a table from the same data: for sorting, for screen readers, for those who distrust maps.

import { el, name } from "./dom.js";
import { titleOf } from "./popup.js";
import { QUADS } from "./symbols.js";

const ORDER = ["events", "places", "relations", "corridors", "countries", "blocs"];
const MOST = 300; // rows drawn; the filter narrows the rest

// Columns: [key of the heading, value to show, value to sort by].
function columns(app, layer) {
  const { words, filter } = app;
  const title = ["table.name", (f) => titleOf(app, f)];
  const date = ["table.date", (f) => (f.p.date ? words.date(f.p.date) : ""), (f) => f.start ?? Infinity];
  const count = ["table.count", (f) => words.number(f.p.count ?? 0), (f) => -(f.p.count ?? 0)];
  const kind = ["table.kind", (f) => (f.p.kind ? words.coded("kind", f.p.kind) : "")];
  if (layer === "events") return [date, title, ["table.quad", (f) => words.coded("quad", f.p.quad), (f) => QUADS.indexOf(f.p.quad)], sure(app)];
  if (layer === "relations") return [title, ["table.events", (f) => words.number(filter.eventsOf(f).length), (f) => -filter.eventsOf(f).length]];
  if (layer === "corridors") return [title, ["table.branch", (f) => f.p.branch ?? ""], ["table.status", (f) => (f.p.status ? words.coded("status", f.p.status) : "")]];
  if (layer === "blocs") return [title, count, ["table.members", (f) => words.number(f.p.members.length), (f) => -f.p.members.length]];
  return layer === "places" ? [title, kind, count, sure(app)] : [title, count];
}

function sure({ words }) {
  return ["table.score", (f) => (f.p.score ? `${words.number(Math.round(f.p.score * 100))}%` : ""), (f) => -(f.p.score ?? 0)];
}

export function createTable(app, container) {
  const { words, model, filter } = app;
  const featuresOf = (one) => (one === "blocs" ? model.blocs : model.layers[one]);
  const layers = ORDER.filter((one) => featuresOf(one).length);
  if (!layers.length) {
    container.append(el("p", { class: "geo-empty" }, words.t("empty")));
    return { refresh() {} };
  }
  let layer = layers[0];
  let sort = { column: 0, down: false };
  const select = el("select", { onchange: () => choose(select.value) }, layers.map((one) => el("option", { value: one }, words.t(`layer.${one}`))));
  const holder = el("div", { class: "geo-table-holder", tabindex: "0", role: "region", "aria-label": words.t("table.title") });
  container.append(el("label", { class: "geo-switch" }, el("span", {}, words.t("table.layer")), select), holder);

  function choose(next) {
    layer = next;
    sort = { column: 0, down: false };
    refresh();
  }

  function refresh() {
    if (container.hidden) return;
    const shape = columns(app, layer);
    const [, value, order = value] = shape[sort.column];
    const rows = featuresOf(layer).filter(filter.passes).map((feature) => [order(feature), feature]);
    rows.sort(([a], [b]) => compare(a, b) * (sort.down ? -1 : 1));
    const caption = el("caption", {}, words.t("table.caption", { layer: words.t(`layer.${layer}`), n: rows.length }));
    const body = rows.slice(0, MOST).map(([, feature]) => row(shape, feature));
    holder.replaceChildren(el("table", {}, caption, el("thead", {}, el("tr", {}, shape.map(headCell))), el("tbody", {}, body)));
  }

  const letters = new Intl.Collator(words.language, { numeric: true });
  function compare(a, b) {
    return typeof a === "number" && typeof b === "number" ? a - b || 0 : letters.compare(String(a), String(b));
  }

  function headCell([label], i) {
    const state = i === sort.column ? (sort.down ? "descending" : "ascending") : null;
    const again = () => {
      sort = { column: i, down: i === sort.column && !sort.down };
      refresh();
      holder.querySelectorAll("th button")[i].focus();
    };
    return el("th", { scope: "col", "aria-sort": state }, el("button", { type: "button", onclick: again }, words.t(label)));
  }

  function row(shape, feature) {
    const main = shape.findIndex(([label]) => label === "table.name");
    return el("tr", {}, shape.map(([, value], i) => {
      const text = name(value(feature));
      if (i !== main) return el("td", {}, text);
      return el("th", { scope: "row" }, el("button", { type: "button", onclick: () => app.open(feature, { fly: true, text: false }) }, text));
    }));
  }
  return { refresh };
}
