// The scale of time: one step a day where most events are; what lies far before or after is pressed into the ends, so
// that one old date does not squeeze all others into a corner. Steps are whole numbers from 0 to `last`.

const SPREAD = 1.5; // Tukey's fences: so many times the middle half beyond it still belongs to the bulk
const MARGIN = 7; // days kept on either side of the bulk
const LONG = 0.5; // an end is pressed when it is longer than this share of the bulk
const PRESSED = 0.12; // of the bulk's steps, for a pressed end

// The days between which the bulk lies.
export function bulk(days, from, to) {
  if (days.length < 4) return [from, to];
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  const reach = SPREAD * (at(0.75) - at(0.25)) + MARGIN;
  const low = Math.floor(Math.max(from, Math.min(at(0.25) - reach, to)));
  const high = Math.ceil(Math.min(to, Math.max(at(0.75) + reach, from)));
  const long = LONG * (high - low);
  return [low - from > long ? low : from, to - high > long ? high : to];
}

export function createScale(days, { from, to }) {
  const [low, high] = bulk(days, from, to);
  const end = Math.max(Math.round(PRESSED * (high - low)), 4);
  const before = low > from ? end : 0;
  const after = high < to ? end : 0;
  const last = before + (high - low) + after;

  function step(day) {
    if (day < low) return Math.min(Math.round(((day - from) / (low - from)) * before), before - 1);
    if (day > high) return Math.max(last - Math.round(((to - day) / (to - high)) * after), last - after + 1);
    return before + day - low;
  }

  function day(at) {
    if (at < before) return Math.round(from + (at / before) * (low - from));
    if (at > last - after) return Math.round(to - ((last - at) / after) * (to - high));
    return low + at - before;
  }
  // Days at which the scale changes; none where it is even.
  const breaks = [before ? low : null, after ? high : null].filter((one) => one !== null);
  return { last, step, day, breaks, pressed: (at) => at < before || at > last - after };
}
