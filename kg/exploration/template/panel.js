// The panel: what is said, by whom, when, in which words. All text goes in as text nodes.

const panel = document.getElementById("panel");

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(props)) {
    if (v == null || v === false) continue;
    if (typeof v === "function") node.addEventListener(k, v);
    else node.setAttribute(k, v === true ? "" : v);
  }
  node.append(...children.flat(Infinity).filter((c) => c != null && c !== ""));
  return node;
}
const name = (text) => el("bdi", {}, text);
const web = (url) => (/^https?:\/\//i.test(url || "") ? url : null);
const plural = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const longDay = (iso) => { const [y, m, d] = iso.split("-"); return `${+d} ${MONTHS[+m - 1]} ${y}`; };
// A span of days; whole years and months by their names.
function longSpan(from, to) {
  if (!to) return `from ${longDay(from)}`;
  if (from === to) return longDay(from);
  const [y, m] = from.split("-"), last = to.slice(0, 4);
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) return y === last ? y : `${y} to ${last}`;
  const wholeMonth = from.endsWith("-01") && to === `${y}-${m}-${new Date(Date.UTC(y, m, 0)).getUTCDate()}`;
  return wholeMonth ? `${MONTHS[m - 1]} ${y}` : `${longDay(from)} to ${longDay(to)}`;
}
// What an entity is linked to: a node of this page, or a page elsewhere; the country of an actor may be neither.
const linkTo = (how, url) => (byIri(url) != null ? nodeButton(byIri(url)) : web(url) && !how.startsWith("kg:") ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url.replace(/^https?:\/\/(www\.)?/, "")) : null);
const when = (s) => (s.t ? longSpan(s.t, s.t2) : s.day ? `told on ${longDay(s.day)}` : null);

function icon(type, color) {
  const t = data.types[type];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", t.hollow ? "icon hollow" : "icon");
  shape.setAttribute("d", t.path);
  shape.style.color = color || t.color;
  svg.append(shape);
  return svg;
}

function nodeButton(i, extra) {
  const n = nodes[i];
  return el("button", { class: "chip", click: () => pick({ node: n.iri }), title: data.types[n.type].label }, icon(n.type), name(n.name), extra);
}

// A pronoun or a description with the one it is taken for: *we (Velmark)*; what has part of the name is that name.
const called = (x) => (!x.name ? x.text : x.name.split(/\s+/).some((w) => x.text.includes(w)) ? x.name : `${x.text} (${x.name})`);
function filler(x) {
  if (x.n == null) return name(x.text);
  return called(x) === x.name || !x.name ? nodeButton(x.n) : [name(x.text), " = ", nodeButton(x.n)];
}

// One statement: how it reads, its marks, who says it, the words, where they stand.
function card(s) {
  const article = articles[s.art];
  const marks = [
    el("span", { class: "mark " + s.status }, s.mod === "actual" ? (s.att.length ? "reported" : "stated") : s.mod),
    s.pol === "negated" ? el("span", { class: "mark negated" }, "denied: not") : null,
    s.ev ? el("span", { class: "mark event" }, s.ev + (s.w ? ` ${s.w > 0 ? "+" : "−"}${Math.abs(s.w)}` : "")) : null,
  ];
  const said = s.att.length
    ? el("p", { class: "said" }, "Says: ", s.att.flatMap((a, i) => [i ? " → " : "", a.n != null ? nodeButton(a.n) : name(a.name), a.cue ? el("i", {}, ` (${a.cue})`) : null]))
    : el("p", { class: "said" }, "In the article’s own voice");
  const modal = MODAL[s.mod];
  return el("article", { class: "card", id: "card-" + s.index },
    el("p", { class: "reads" }, filler(s.s), " ", modal ? modal + " " : "", s.pol === "negated" ? el("strong", {}, "not ") : "", el("b", {}, name(s.rel)), s.o ? [" ", filler(s.o)] : null,
      s.args.map((a) => [" · ", a.marker ? a.marker + " " : "", filler(a)])),
    el("p", { class: "marks" }, marks, " ", s.day ? el("span", {}, s.t ? `when: ${when(s)}` : when(s)) : null, s.place ? el("span", {}, "where: ", name(s.place)) : null, el("span", { class: "weak" }, `confidence ${s.conf.toFixed(2)}`)),
    said,
    quote(s),
    el("p", { class: "source" }, name([article.publisher, article.title && `“${article.title}”`].filter(Boolean).join(", ") || article.iri),
      article.date ? `, ${longDay(article.date)} ` : " ",
      web(article.url) ? el("a", { href: address(s), target: "_blank", rel: "noopener noreferrer" }, "read the words there") : null, " ",
      el("button", { class: "small", click: () => copy(citation(s), "Citation copied.") }, "Copy citation")));
}

function quote(s) {
  const q = quotes[s.quote];
  if (!q) return el("p", { class: "weak" }, "This page carries no words of the articles.");
  return el("blockquote", { dir: "auto" }, q.before, el("mark", {}, q.text), q.after);
}

// Link to the very words, by a text fragment: the first and last words of the sentence.
function address(s) {
  const url = articles[s.art].url.replace(/#.*$/, "");
  const q = quotes[s.quote];
  if (!q) return url;
  const words = q.text.replace(/…/g, " ").trim().split(/\s+/);
  const part = (list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
  return url + "#:~:text=" + (words.length > 9 ? part(words.slice(0, 4)) + "," + part(words.slice(-4)) : part(words));
}

function citation(s) {
  const a = articles[s.art];
  const q = quotes[s.quote];
  return [a.authors.join(", "), a.title && `“${a.title}”`, a.publisher, a.date && longDay(a.date), web(a.url) || a.iri].filter(Boolean).join(". ") +
    "." + (q ? ` “${q.text}”` : "");
}

function show(view) {
  const node = byIri(state.node);
  tell(state.node || state.edge || !WIDE.includes(state.view));
  panel.replaceChildren(...(state.edge ? bundlePanel(view) : node != null ? nodePanel(view, node) : overview(view)));
  panel.scrollTop = 0;
}

// Tables take the whole width until something is opened beside them.
const WIDE = ["table", "doubts"];
function tell(open) {
  panel.hidden = !open;
  panel.parentElement.classList.toggle("wide", !open);
}

function head(title, ...rest) {
  return el("div", { class: "head" }, el("h2", { dir: "auto" }, title), ...rest, el("button", { class: "small close", click: () => pick({}), "aria-label": "Close details" }, "Close"));
}

function bundlePanel(view) {
  const [from, to] = state.edge.split(">").map(byIri);
  const bundle = view.bundles.get(from + ">" + to);
  const back = view.bundles.get(to + ">" + from);
  if (from == null || to == null || !bundle) return [head("No statement of these two passes the filters")];
  return [
    head([name(nodes[from].name), " → ", name(nodes[to].name)]),
    el("p", {}, `${plural(bundle.statements.length, "statement")} in ${plural(bundle.support, "article")}.`),
    el("p", {}, nodeButton(from), " ", nodeButton(to), " ", back ? el("button", { class: "small", click: () => pickEdge(back.key) }, `The other way: ${back.statements.length}`) : null),
    ...bundle.readings.map(([r]) => group(r, bundle.edges.filter((j) => reading(edges[j]) === r).map((j) => statements[edges[j].statement]))),
  ];
}

const FIRST = 20; // cards opened at once; a capital has thousands of statements

function group(title, list) {
  const body = el("div", {});
  const more = (from) => {
    body.append(...list.slice(from, from + FIRST).map(card));
    const left = list.length - from - FIRST;
    if (left > 0) {
      const button = el("button", { class: "small", click: () => { button.remove(); more(from + FIRST); } }, `${left} more`);
      body.append(button);
    }
  };
  more(0);
  return el("section", { class: "group" }, el("h3", { dir: "auto" }, title, el("span", { class: "count" }, ` ${list.length}`)), body);
}

function nodePanel(view, i) {
  const n = nodes[i];
  const kept = new Set(view.kept);
  const list = n.statements.filter((x) => kept.has(x)).map((x) => statements[x]);
  const says = list.filter((s) => s.att.some((a) => a.n === i));
  const does = list.filter((s) => !says.includes(s) && s.s.n === i);
  const met = list.filter((s) => !says.includes(s) && !does.includes(s));
  const others = [...(view.near.get(i) || [])].sort((a, z) => view.ranked.indexOf(a) - view.ranked.indexOf(z));
  const target = el("input", { list: "names", placeholder: "another actor", "aria-label": "Path to", id: "path-to", value: state.path && state.focus === n.iri ? (nodes[byIri(state.path)] || {}).name : null });
  const find = () => {
    const wanted = target.value.trim().toLowerCase();
    const found = nodes.findIndex((m) => m.name.toLowerCase() === wanted || m.aliases.some((a) => a.toLowerCase() === wanted));
    if (found < 0 || found === i) return toast("No other actor or thing of this name.");
    if (!go({ focus: n.iri, path: nodes[found].iri, node: n.iri, edge: "" }).trail) toast("No path under these filters.");
  };
  target.addEventListener("keydown", (e) => { if (e.key === "Enter") find(); });
  return [
    head([icon(n.type), " ", name(n.name)]),
    el("p", {}, `${data.types[n.type].label}. ${plural(list.length, "statement")} of ${plural(new Set(list.map((s) => s.art)).size, "article")} ${list.length === 1 ? "passes" : "pass"} the filters.`),
    n.aliases.length ? el("p", { class: "weak" }, "Also: ", n.aliases.flatMap((a, k) => [k ? ", " : "", name(a)])) : null,
    n.links.length ? el("p", {}, n.links.flatMap(([how, url]) => [linkTo(how, url), " "])) : null,
    el("p", { class: "actions" },
      el("button", { class: "small", click: () => go({ focus: n.iri, path: "", hops: 1 }) }, "Focus on its neighbours"),
      el("button", { class: "small", click: () => go({ voice: [n.name] }), disabled: !says.length }, "Only what it says")),
    el("p", { class: "actions" }, el("label", { for: "path-to" }, "Path to "), target, el("button", { class: "small", click: find }, "Show")),
    others.length ? el("details", {}, el("summary", {}, `Linked to ${others.length}`), el("p", {}, others.slice(0, 60).flatMap((m) => [nodeButton(m), " "]))) : null,
    does.length ? group("What it does and is", does) : null,
    met.length ? group("What is done to it, or with it", met) : null,
    says.length ? group("What it says", says) : null,
  ].filter(Boolean);
}

function overview(view) {
  const busiest = [...view.bundles.values()].sort((a, z) => z.support - a.support || z.statements.length - a.statements.length || a.from - z.from || a.to - z.to);
  const kept = new Set(view.kept);
  const told = new Map(view.ranked.filter((n) => nodes[n].actor).map((n) => [n, nodes[n].statements.filter((i) => kept.has(i)).length]));
  const actors = [...told].sort((a, z) => z[1] - a[1] || a[0] - z[0]);
  return [
    el("h2", {}, "Who stands where"),
    el("p", {}, `${plural(view.kept.length, "statement")} read from ${plural(new Set(view.kept.map((i) => statements[i].art)).size, "article")}. Click an actor or a line to read the exact words behind it.`),
    el("h3", {}, "Most in the news"),
    el("p", {}, actors.slice(0, 14).flatMap(([n, count]) => [nodeButton(n, el("span", { class: "count" }, String(count))), " "])),
    el("h3", {}, "Most reported links"),
    el("ul", { class: "plain" }, busiest.slice(0, 10).map((b) => el("li", {}, el("button", { class: "row-button", click: () => pickEdge(b.key) },
      name(nodes[b.from].name), el("i", {}, ` ${b.says} `), name(nodes[b.to].name), el("span", { class: "count" }, b.statements.length > 1 ? `${plural(b.statements.length, "statement")}, ` : "", plural(b.support, "article")))))),
  ].filter(Boolean);
}

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = el("textarea", { class: "hidden" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast(done);
}

let fading;
function toast(text) {
  const t = document.getElementById("toast");
  t.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => { t.textContent = ""; }, 4000);
}
