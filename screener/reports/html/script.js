// Filters, sorts and searches what is already on the page; without it, everything is there all the same.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const root = document.documentElement;
  const form = one("#controls");

  root.classList.add("js");
  if (!form) return;

  const list = one(".cards");
  const body = one("#matrix tbody");
  const heads = all("#matrix thead th");
  const rows = all("tr", body);
  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  const collator = new Intl.Collator("en", { numeric: true });
  const text = (selector, entry) => one(selector, entry)?.textContent ?? "";
  const entries = all("li[data-v]", list).map((element, index) => ({
    element,
    row: rows[index],
    rank: index,
    verdict: element.dataset.v,
    twin: "d" in element.dataset,
    letters: null,
    words: null,
    fits: true,
  }));
  const verdicts = all("[name=verdict]", form).map((box) => box.value);
  const gates = all("[data-gate]", form);
  const count = one("#count");
  const sorting = { key: "rank", down: false };

  // Live collections (row.cells) are avoided: every change of the page would go through thousands of them.
  const cell = (entry, number) => one(`:scope > :nth-child(${number})`, entry.row).textContent;
  const lettersOf = (entry) => (entry.letters ??= all("td:nth-child(n + 4)", entry.row).map((td) => td.className || "m"));
  const wordsOf = (entry) => {
    if (entry.words === null) {
      const met = heads.slice(3).filter((_, index) => lettersOf(entry)[index] === "m").map((head) => head.textContent);
      const parts = [text("summary > :nth-child(3)", entry.element), text(".skills", entry.element), ...met];
      entry.words = plain(parts.join("\n"));
    }
    return entry.words;
  };
  const monthsIn = (words) => {
    const ends = words.split("–").map((end) => 12 * (/(\d+)y/.exec(end)?.[1] ?? 0) + Number(/(\d+)m/.exec(end)?.[1] ?? 0));
    return (ends[0] + ends[ends.length - 1]) / 2;
  };
  const keys = {
    rank: (entry) => entry.rank,
    verdict: (entry) => verdicts.indexOf(entry.verdict),
    score: (entry) => -Number(cell(entry, 3)),
    experience: (entry) => -monthsIn(text("summary > :nth-child(5)", entry.element)),
    name: (entry) => text("bdi", entry.element),
    file: (entry) => text("summary > :nth-child(3) > :last-child", entry.element),
  };
  const requirement = (number) => (entry) =>
    "muno".indexOf(lettersOf(entry)[number]) * 1e5 - monthsIn(cell(entry, number + 4));

  // Entries are taken out and put in: to hide thousands of unopened details takes Chromium half a minute.
  const arrange = () => {
    const key = keys[sorting.key] ?? requirement(Number(sorting.key));
    const turn = sorting.down ? -1 : 1;
    const compare = (a, b) => (typeof a === "string" ? collator.compare(a, b) : a - b);
    const keyed = entries.filter((entry) => entry.fits).map((entry) => [key(entry), entry]);
    keyed.sort((a, b) => turn * compare(a[0], b[0]) || a[1].rank - b[1].rank);
    list.replaceChildren(...keyed.map(([, entry]) => entry.element));
    body.replaceChildren(...keyed.map(([, entry]) => entry.row));
    for (const head of heads) {
      const chosen = head.dataset.key === sorting.key;
      const falls = sorting.down !== (sorting.key === "score"); // the highest score comes first
      head.setAttribute("aria-sort", chosen ? (falls ? "descending" : "ascending") : "none");
    }
    form.elements.sort.value = sorting.key in keys ? sorting.key : "";
    one("#nobody").hidden = keyed.length > 0;
    count.textContent = `${keyed.length} of ${entries.length} candidates`;
  };

  const filter = () => {
    const wanted = plain(form.elements.search.value).split(/\s+/).filter(Boolean);
    const chosen = new Set(all("[name=verdict]:checked", form).map((box) => box.value));
    const asked = gates.filter((gate) => gate.value).map((gate) => [Number(gate.dataset.gate), gate.value]);
    const single = form.elements.twins?.checked;
    for (const entry of entries) {
      entry.fits =
        chosen.has(entry.verdict) &&
        !(single && entry.twin) &&
        asked.every(([number, letter]) => lettersOf(entry)[number] === letter) &&
        (!wanted.length || wanted.every((word) => wordsOf(entry).includes(word)));
    }
    one(".gates", form)?.classList.toggle("active", asked.length > 0);
    arrange();
  };

  const clear = () => {
    const view = form.elements.view.value;
    form.reset();
    form.elements.view.value = view;
    choosePaper();
    Object.assign(sorting, { key: "rank", down: false });
    filter();
  };
  const choosePaper = () => root.classList.toggle("brief", !form.elements.paper.checked);
  const openAll = () => {
    const details = entries.filter((entry) => entry.fits).map((entry) => one("details", entry.element));
    const open = !details.every((item) => item.open);
    for (const item of details) item.open = open;
  };

  // What was never on the screen has a guessed height: going past it moves what one goes to, so look again.
  const goTo = (element, left = 30) => {
    const before = element.getBoundingClientRect().top;
    element.scrollIntoView({ block: "start" });
    if (left && element.getBoundingClientRect().top !== before) requestAnimationFrame(() => goTo(element, left - 1));
  };
  const reveal = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const entry = entries.find(({ element }) => one(".card", element).id === name);
    if (name === "matrix" || name === "ranking" || entry) show(name === "matrix");
    if (["matrix", "ranking", "unreadable", "run"].includes(name)) goTo(one(`#${name}`));
    if (!entry) return;
    if (!entry.fits) clear();
    one("details", entry.element).open = true;
    goTo(entry.element);
    one("summary", entry.element).focus({ preventScroll: true });
  };
  const show = (matrix) => {
    root.classList.toggle("show-matrix", matrix);
    form.elements.view.value = matrix ? "matrix" : "list";
  };

  for (const head of heads) {
    const button = document.createElement("span"); // a real button is missing where a printed head is repeated
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.append(...head.childNodes);
    head.append(button);
    head.setAttribute("aria-sort", head.dataset.key === "rank" ? "ascending" : "none");
    const choose = () => {
      sorting.down = sorting.key === head.dataset.key && !sorting.down;
      sorting.key = head.dataset.key;
      arrange();
    };
    button.addEventListener("click", choose);
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    });
  }
  let waiting = 0;
  form.elements.search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.name === "view") return show(target.value === "matrix");
    if (target.id === "paper") return choosePaper();
    if (target.id === "sort") {
      Object.assign(sorting, { key: target.value, down: false });
      return arrange();
    }
    clearTimeout(waiting);
    filter();
  });
  one("#clear").addEventListener("click", clear);
  one("#open").addEventListener("click", openAll);

  // Browsers that can't open details for paper by style alone.
  if (!CSS.supports("selector(::details-content)")) {
    let opened = [];
    addEventListener("beforeprint", () => {
      if (root.classList.contains("brief")) return;
      opened = all(".cards > li > details:not([open])");
      for (const item of opened) item.open = true;
    });
    addEventListener("afterprint", () => {
      for (const item of opened) item.open = false;
      opened = [];
    });
  }

  addEventListener("hashchange", reveal);
  form.reset();
  form.hidden = false;
  choosePaper();
  count.textContent = `${entries.length} of ${entries.length} candidates`;
  reveal();
})();
