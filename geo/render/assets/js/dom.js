// Building the page: text enters the document through text nodes only, never as markup.

import { shown } from "./payload.js";

// Attributes go through setAttribute; functions under on* keys become listeners; children are nodes or texts.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(...children);
  return node;
}

// A name of unknown direction, isolated from the words around it.
export function name(text) {
  return el("bdi", {}, shown(text));
}

// Only web addresses become links: a gazetteer or source field is data and may hold anything.
export function safeLink(address, ...children) {
  let url = null;
  try {
    url = new URL(String(address));
  } catch {
    return el("span", {}, ...children);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return el("span", {}, ...children);
  return el("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, ...children);
}
