// The same data as a table, for screen readers, copying and printing; and the pairs a person may decide on.

const COLUMNS = [
  ["Subject", (s) => called(s.s)],
  ["Relation", (s) => [MODAL[s.mod], s.pol === "negated" ? "not" : "", s.rel].filter(Boolean).join(" ")],
  ["Object", (s) => (s.o ? called(s.o) : "")],
  ["Further", (s) => s.args.map((a) => [a.marker, called(a)].filter(Boolean).join(" ")).join(" · ")],
  ["Status", (s) => (s.mod === "actual" ? (s.att.length ? "reported" : "stated") : s.mod)],
  ["Polarity", (s) => s.pol],
  ["Said by", (s) => s.att.map((a) => a.name).join(" → ")],
  ["When", (s) => s.day || ""],
  ["Event", (s) => s.ev || ""],
  ["Sentence", (s) => (quotes[s.quote] ? quotes[s.quote].text : "")],
  ["Source", (s) => [articles[s.art].publisher, articles[s.art].title].filter(Boolean).join(", ") || articles[s.art].iri],
];
const PAGE = 200; // rows made at once; thousands of rows take seconds to lay out
let order = { column: null, down: false };
let rows = PAGE;

function tableOf(view) {
  const inView = state.focus || state.node || state.edge ? new Set(tableScope(view)) : null;
  let list = view.kept.filter((i) => !inView || inView.has(i)).map((i) => statements[i]);
  if (state.q) list = list.filter((s) => COLUMNS.some(([, of]) => of(s).toLowerCase().includes(state.q.toLowerCase())));
  if (order.column != null) {
    const of = COLUMNS[order.column][1];
    list = [...list].sort((a, z) => (of(a) < of(z) ? -1 : of(a) > of(z) ? 1 : a.index - z.index) * (order.down ? -1 : 1));
  }
  return list;
}

function tableScope(view) {
  if (state.edge) {
    const bundle = view.bundles.get(state.edge.split(">").map(byIri).join(">"));
    return bundle ? bundle.statements : [];
  }
  if (state.focus) return view.shown.flatMap((b) => b.statements);
  return nodes[byIri(state.node)] ? nodes[byIri(state.node)].statements : [];
}

function drawTable(view) {
  const list = tableOf(view);
  const lines = () => [COLUMNS.map(([n]) => n), ...list.map((s) => COLUMNS.map(([, of]) => of(s)))];
  const bar = el("p", { class: "bar" }, el("b", {}, plural(list.length, "statement")), " ",
    el("button", { click: () => copy(lines().map((r) => r.map((c) => c.replace(/\s+/g, " ")).join("\t")).join("\n"), "Table copied.") }, "Copy"), " ",
    el("button", { click: () => save(lines().map((r) => r.map(cell).join(",")).join("\r\n")) }, "Save as CSV"));
  const head = el("tr", {}, COLUMNS.map(([n], i) => el("th", { scope: "col", "aria-sort": order.column === i ? (order.down ? "descending" : "ascending") : null },
    el("button", { click: () => { order = { column: i, down: order.column === i && !order.down }; drawTable(view); } }, n, order.column === i ? (order.down ? " ↓" : " ↑") : ""))));
  const body = list.slice(0, rows).map((s) => el("tr", { tabindex: 0, class: s.status, keydown: (e) => { if (e.key === "Enter") openRow(s); }, click: () => openRow(s) },
    COLUMNS.map(([, of], i) => el(i ? "td" : "th", { dir: "auto", scope: i ? null : "row" }, el("div", {}, of(s))))));
  const more = list.length > rows ? el("button", { click: () => { rows += PAGE; drawTable(view); } }, `${(list.length - rows).toLocaleString("en")} more rows`) : null;
  document.getElementById("table").replaceChildren(...[bar, el("table", {}, el("caption", { class: "hidden" }, "Statements under the filters"), el("thead", {}, head), el("tbody", {}, body)), more].filter(Boolean));
}

function openRow(s) {
  tell(true);
  panel.replaceChildren(head("Statement"), card(s));
  turn(panel);
}

// A cell of CSV; a leading = + - @ would run as a formula in a spreadsheet.
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

function save(text) {
  const link = el("a", { download: "statements.csv", href: URL.createObjectURL(new Blob(["\ufeff" + text], { type: "text/csv" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function drawDoubts() {
  const side = (x) => el("td", {}, x.n != null ? nodeButton(x.n) : name(x.name), x.words ? el("blockquote", { dir: "auto" }, x.words) : null);
  document.getElementById("doubts").replaceChildren(
    el("h2", {}, "Are these one and the same?"),
    el("p", {}, "The texts do not settle it, so they are kept apart. A decision by command survives every later build."),
    el("table", {}, el("thead", {}, el("tr", {}, ["One", "Other", "Why it may be", "To decide"].map((t) => el("th", { scope: "col" }, t)))),
      el("tbody", {}, data.doubtful.map((d) => el("tr", {}, side(d.one), side(d.other), el("td", {}, d.why + (d.score == null ? "" : ` (${d.score.toFixed(2)})`)),
        el("td", {}, el("button", { class: "small", click: () => copy(d.merge, "Command copied.") }, "Copy: same"), " ", el("button", { class: "small", click: () => copy(d.split, "Command copied.") }, "Copy: different")))))));
}
