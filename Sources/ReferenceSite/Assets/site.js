// The search, and the side menu of narrow screens. Without scripts the pages have all that they show but the search.
const form = document.querySelector("[role=search]");
const input = document.getElementById("search");
const found = document.getElementById("found");

function matches(words, entry) {
  const text = `${entry.name} ${entry.text}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function rank(query, entry) {
  const name = entry.name.toLowerCase();
  return name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : 3;
}

function show() {
  const query = input.value.trim().toLowerCase();
  const words = query.split(/\s+/).filter(Boolean);
  const entries = words.length === 0 ? [] : searchIndex.filter((entry) => matches(words, entry));
  entries.sort((left, right) => rank(query, left) - rank(query, right) || left.name.localeCompare(right.name));
  found.replaceChildren(...entries.slice(0, 20).map(item));
  if (words.length > 0 && entries.length === 0) {
    const nothing = document.createElement("li");
    nothing.textContent = "Nothing found";
    found.append(nothing);
  }
  found.hidden = words.length === 0;
}

function item(entry) {
  const link = document.createElement("a");
  link.href = form.dataset.root + entry.page;
  link.textContent = entry.name + " ";
  const kind = document.createElement("small");
  kind.textContent = entry.kind;
  link.append(kind);
  const line = document.createElement("li");
  line.append(link);
  return line;
}

function move(event) {
  const links = [input, ...found.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const position = links.indexOf(document.activeElement);
  if (step && position >= 0) {
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, position + step))].focus();
  } else if (event.key === "Escape") {
    input.value = "";
    show();
    input.focus();
  } else if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    found.querySelector("a")?.click();
  }
}

form.hidden = false;
form.addEventListener("keydown", move);
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", show);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(input|textarea)$/i.test(document.activeElement.tagName)) {
    event.preventDefault();
    input.focus();
  }
});

if (matchMedia("(max-width: 800px)").matches) document.querySelector(".side details")?.removeAttribute("open");
