// What a reader takes away: the address, the picture, the paper; and the other language.

import { el } from "./dom.js";
import { savePicture } from "./picture.js";

export function createTools(app, container) {
  const { words, options } = app;
  const tool = (label, act) => el("button", { type: "button", onclick: act }, words.t(label));
  if (options.permalink) container.append(tool("tool.link", () => copyLink(app)));
  container.append(tool("tool.svg", () => savePicture(app, "svg")), tool("tool.png", () => savePicture(app, "png")));
  if (options.permalink) container.append(tool("tool.print", () => window.print()));
  if (options.onLanguage) {
    const other = words.language === "ar" ? "en" : "ar";
    container.append(el("button", { type: "button", lang: other, onclick: () => options.onLanguage(other) }, words.t("tool.language")));
  }
}

async function copyLink(app) {
  app.permalink.write();
  try {
    await navigator.clipboard.writeText(location.href);
    app.say(app.words.t("tool.copied"));
  } catch {
    // A page opened as a file may not write to the clipboard: the address bar already holds the link.
    app.say(app.words.t("tool.in_address"));
  }
}
