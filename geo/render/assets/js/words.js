// Words of the interface and of the data: labels, plurals, names, dates in the interface's language.

import { shown } from "./payload.js";

export function createWords(labels, language) {
  const table = labels[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(`${language}-u-nu-latn`);

  function t(key, values = {}) {
    const entry = table[key];
    let text = entry;
    if (entry && typeof entry === "object") text = entry[plural.select(values.n)] ?? entry.other;
    if (text === undefined) return key;
    return text.replace(/\{(\w+)\}/g, (_, slot) => {
      const value = values[slot] ?? "";
      return typeof value === "number" ? number.format(value) : isolated(shown(value));
    });
  }
  // A name of the other direction inside a sentence must not turn the words around it.
  const isolated = (text) => (/[\u0590-\u08ff]/.test(text) !== (table.dir === "rtl") ? `\u2068${text}\u2069` : text);

  // Reasons come as English phrases; those that labels know under why.* are told in the interface's language.
  const phrases = Object.entries(labels.en).filter(([key]) => key.startsWith("why.")).map(([key, text]) => [key, pattern(text)]);
  function reason(text, named = (one) => one) {
    for (const [key, shape] of phrases) {
      const found = shape.exec(text);
      if (found) return t(key, Object.fromEntries(Object.entries(found.groups ?? {}).map(([slot, value]) => [slot, slot === "name" ? named(value) : value])));
    }
    return null;
  }

  const has = (key) => key in table;
  // Codes of the data that have no label yet are shown as they are rather than hidden.
  const coded = (group, code) => (has(`${group}.${code}`) ? t(`${group}.${code}`) : shown(code));
  const nameOf = (p) => shown(p[`name_${language}`] || p.name || p.name_en || p.name_ar || p.id);
  return { t, has, reason, coded, nameOf, language, dir: table.dir, number: (n) => number.format(n), ...createDates(t, language) };
}

// «{km} km from {name}» as an expression with a group for each slot.
function pattern(text) {
  const parts = text.split(/\{(\w+)\}/);
  return new RegExp(`^${parts.map((part, i) => (i % 2 ? `(?<${part}>.+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("")}$`);
}

function createDates(t, language) {
  const zone = { timeZone: "UTC" };
  const make = (options) => new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...zone, ...options });
  const formats = {
    4: make({ year: "numeric" }),
    7: make({ year: "numeric", month: "long" }),
    10: make({ year: "numeric", month: "long", day: "numeric" }),
  };

  function one(edtf) {
    const bare = edtf.replace(/[~?%]/g, "");
    if (/^\d{3}X$/.test(bare)) return t("date.decade", { year: `${bare.slice(0, 3)}0` });
    const format = /^\d{4}(-\d\d){0,2}$/.test(bare) ? formats[bare.length] : null;
    const time = format ? Date.parse(`${bare}${"-01-01".slice(bare.length - 4)}T00:00:00Z`) : NaN;
    if (!Number.isFinite(time)) return shown(edtf);
    const text = format.format(new Date(time));
    return bare === edtf ? text : t("date.about", { date: text });
  }

  // EDTF to words; what we do not know how to say is shown as EDTF.
  function date(edtf) {
    if (!edtf) return "";
    const parts = String(edtf).split("/").map((part) => (part && part !== ".." ? one(part) : "…"));
    return parts.length === 2 ? t("date.range", { from: parts[0], to: parts[1] }) : parts.join(" / ");
  }
  return { date };
}
