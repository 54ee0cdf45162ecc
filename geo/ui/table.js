// A table as HTML has it (roles are named, for a phone's cards take those of the tags away): read out by screen readers, in the direction of the interface, sorted by its headings.
// data: {caption, columns: [{title, number, wide}], rows: [[cell]], act, more, dir, language, sort, version}

const MOST = 200; // rows drawn at first, and with each press of the button below

export default function ({ parentElement, data, setTriggerValue }) {
  let holder = parentElement.querySelector("[data-geo-table]");
  if (!holder) {
    holder = document.createElement("div");
    holder.dataset.geoTable = "";
    parentElement.appendChild(holder);
  }
  holder.tell = setTriggerValue;
  if (holder.dataset.version === data.version) return;
  holder.dataset.version = data.version;
  draw(holder, data);
}

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null));
  return node;
}

// Controls that could turn the words around them back to front are left out.
const shown = (value) => String(value ?? "–").replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

function draw(holder, data) {
  // A correction brings new rows: they stand in the order that was asked for.
  let sort = holder.sort?.columns === data.columns.length ? holder.sort : { column: -1, down: false };
  let most = MOST;
  const caption = el("caption", { id: "caption" }, data.caption);
  const head = el("tr", { role: "row" });
  const body = el("tbody", { role: "rowgroup" });
  const more = el("button", { type: "button", class: "more", onclick: () => ((most += MOST), refresh()) }, data.more);
  const table = el("table", { role: "table", "aria-labelledby": "caption" }, caption, el("thead", { role: "rowgroup" }, head), body);
  const region = el("div", { class: "region", dir: data.dir, lang: data.language, role: "region", tabindex: "0", "aria-label": data.caption }, table, more);
  holder.replaceChildren(region);
  head.append(...data.columns.map((column, i) => heading(column, i)), ...(data.act ? [el("th", { scope: "col", role: "columnheader" }, el("span", { class: "hidden" }, data.act))] : []));

  function heading({ title, number }, i) {
    const turn = () => {
      sort = { column: i, down: sort.column === i && !sort.down };
      holder.sort = { ...sort, columns: data.columns.length };
      refresh();
    };
    return el("th", { scope: "col", role: "columnheader", class: number ? "number" : null }, el("button", { type: "button", onclick: turn }, title));
  }

  const letters = new Intl.Collator(data.language, { numeric: true });
  function compare(a, b) {
    if (a === null || b === null) return (a === null) - (b === null); // what is not known stands last, either way
    const order = typeof a === "number" && typeof b === "number" ? a - b : letters.compare(a, b);
    return sort.down ? -order : order;
  }

  function refresh() {
    const order = data.rows.map((row, i) => [row, i]);
    if (sort.column >= 0) order.sort(([a], [b]) => compare(a[sort.column], b[sort.column]));
    body.replaceChildren(...order.slice(0, most).map(([row, i]) => line(row, i)));
    more.hidden = order.length <= most;
    [...head.children].forEach((cell, i) => {
      if (i === sort.column) cell.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  function line(row, index) {
    const cells = data.columns.map(({ number, wide, title }, i) => {
      const text = el("bdi", {}, shown(row[i]));
      const kind = number ? "number" : wide ? "wide" : null;
      return i === data.main ? el("th", { scope: "row", role: "rowheader", "data-title": title }, text) : el("td", { role: "cell", class: kind, "data-title": title }, text);
    });
    if (!data.act) return el("tr", { role: "row" }, cells);
    const name = `${data.act}: ${shown(row[data.main])}`;
    const act = el("button", { type: "button", "aria-label": name, onclick: () => holder.tell("row", index) }, data.act);
    return el("tr", { role: "row" }, cells, el("td", { role: "cell", class: "act" }, act));
  }
  refresh();
}
