// Other ways to look at what passes the filters: along time, by who says it of whom, and where the texts disagree.

function telling(s) {
  return el("button", { class: "told", click: () => { openRow(s); panel.focus(); } }, el("b", {}, name(called(s.s))), " ",
    COLUMNS[1][1](s), " ", name(COLUMNS[2][1](s)), COLUMNS[3][1](s) ? [" · ", name(COLUMNS[3][1](s))] : null,
    s.att.length ? el("span", { class: "weak" }, " says ", name(s.att.map((a) => a.name).join(" → "))) : null);
}

// Of the actor, the thing or the pair that is selected; else of all.
function drawTimeline(view) {
  const list = tableOf(view);
  const span = (s) => longSpan(s.day, s.t ? s.t2 : s.day);
  const own = list.filter((s) => s.t).length, told = list.filter((s) => !s.t && s.day).length, left = list.length - own - told;
  const parts = [own && `${own.toLocaleString("en")} at a time of their own`, told && `${told.toLocaleString("en")} on the day their article appeared`, left && `${left.toLocaleString("en")} without a date left out`];
  const days = Map.groupBy(list.filter((s) => s.day).sort((a, z) => (a.day < z.day ? -1 : a.day > z.day ? 1 : a.index - z.index)), span);
  $("timeline").replaceChildren(
    el("p", { class: "weak" }, `${plural(list.length, "statement")} ${scopeName()}${list.length ? ": " + parts.filter(Boolean).join(", ") : ""}.`),
    el("ol", { class: "days" }, [...days].map(([d, found]) => el("li", {}, el("h3", {}, d), found.map(telling)))));
}

function scopeName() {
  if (state.edge) return "of " + state.edge.split(">").map((iri) => (nodes[byIri(iri)] || { name: "?" }).name).join(" and ");
  const n = byIri(state.node || state.focus);
 return n == null ? "in all" : "of " + nodes[n].name;
}

const WIDEST = 14; // columns and rows of the matrix; what is left out is counted
function drawVoices(view) {
  const cells = new Map(), rowsOf = new Map(), columns = new Map();
  for (const s of view.kept.map((i) => statements[i])) {
    const about = s.s.n == null ? null : nodes[s.s.n].name;
    for (const voice of new Set(s.att.map((a) => a.name))) {
      if (!about || voice === about) continue;
      const key = voice + "\n" + about;
      cells.set(key, [...(cells.get(key) || []), s]);
      rowsOf.set(voice, (rowsOf.get(voice) || 0) + 1);
      columns.set(about, (columns.get(about) || 0) + 1);
    }
  }
  const most = (map) => [...map].sort((a, z) => z[1] - a[1] || (a[0] < z[0] ? -1 : 1)).slice(0, WIDEST).map(([k]) => k);
  const across = most(columns), down = most(rowsOf).filter((v) => across.some((a) => cells.has(v + "\n" + a)));
  const button = (voice, about) => {
    const list = cells.get(voice + "\n" + about);
    if (!list) return "";
    const against = list.filter((s) => s.w < 0 || s.pol === "negated").length;
    return el("button", { title: `${voice} of ${about}: ${list.length}`, click: () => { panel.replaceChildren(head([name(voice), " of ", name(about)]), group("What it says", list)); panel.focus(); } },
      String(list.length), against ? el("span", { class: "count" }, ` −${against}`) : null);
  };
  $("voices").replaceChildren(
    el("h2", {}, "Who says something of whom"),
    el("p", { class: "weak" }, `Rows speak, columns are spoken of; after − what is denied or hostile. ${rowsOf.size > WIDEST || columns.size > WIDEST ? `${down.length} of ${rowsOf.size} voices and ${across.length} of ${columns.size} subjects, the most quoted.` : ""}`),
    down.length ? el("table", { class: "matrix" }, el("thead", {}, el("tr", {}, el("td", {}), across.map((a) => el("th", { scope: "col" }, name(a))))),
      el("tbody", {}, down.map((v) => el("tr", {}, el("th", { scope: "row" }, name(v)), across.map((a) => el("td", {}, button(v, a))))))) : el("p", {}, "Nobody is quoted on anybody under these filters."));
}

const DISAGREE = { polarity: "Affirmed and denied", number: "Different numbers", time: "Different times" };
function drawContested(view) {
  const kept = new Set(view.kept);
  const found = data.contested.map((c) => ({ ...c, sides: c.sides.map((side) => side.filter((i) => kept.has(i))).filter((side) => side.length) })).filter((c) => c.sides.length > 1);
  const side = (kind, list) => el("div", {}, el("h4", {}, kind === "polarity" ? (list[0].pol === "negated" ? "Denied" : "Affirmed") : kind === "time" ? when(list[0]) : name(list[0].o.text)), list.map(card));
  $("contested").replaceChildren(
    el("h2", {}, "Where the texts disagree"),
    found.length ? "" : el("p", {}, "No two statements contradict each other under these filters."),
    ...found.map((c) => {
      const sides = c.sides.map((s) => s.map((i) => statements[i]));
      const s = sides[0][0];
      return el("section", {}, el("h3", {}, `${DISAGREE[c.kind]}: `, name(called(s.s)), ` ${s.rel} `, c.kind === "number" ? null : name(COLUMNS[2][1](s))),
        el("div", { class: "sides" }, sides.map((x) => side(c.kind, x))));
    }));
}
