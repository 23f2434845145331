/*
 * The console works as plain pages. This script spares their reloading: a panel is fetched alone
 * and put in the place of the one on screen, which keeps its focus, its open parts, its scroll and
 * what is half filled in.
 *
 * The server escapes all that it puts into a page; only its own answers are taken for markup.
 */

"use strict";

const REFRESH_MS = 300;
/** Of an interview: those of the bench lead to other pages. */
const TABS = ".panels .tabs a";
const trusted = window.trustedTypes?.createPolicy("declic-console", { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};
const panel = document.querySelector("[data-panel]");
let asked = 0;
let waiting = 0;

/**
 * The answer to a request for a part of a page; a session that is over leads to the login. A page
 * that looks by itself keeps nobody's session open, unless it is made to stay on a wall.
 */
async function part(url, { isByItself, ...options } = {}) {
  const headers = { "Declic-Part": isByItself ? "again" : "1" };
  const response = await fetch(url, { ...options, headers });
  if (response.status === 401) location.reload();
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
  return isPage ? trusted.createHTML(await response.text()) : null;
}

/** The elements of an answer. */
function markup(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

// --- A panel that is drawn anew -------------------------------------------------------------------

const quote = (text) => `"${CSS.escape(text)}"`;

/** How to find a control again: by its id, or by its form, its name and, of a choice, its value. */
function mark(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (!element.name) return null;
  const isChoice = /^(checkbox|radio|submit|button)$/.test(element.type);
  const value = isChoice ? `[value=${quote(element.value)}]` : "";
  const action = element.form?.getAttribute("action");
  const form = action ? `form[action=${quote(action)}] ` : "";
  return `${form}[name=${quote(element.name)}]${value}`;
}

const isChanged = (one) =>
  /^(checkbox|radio)$/.test(one.type)
    ? one.checked !== one.defaultChecked
    : one.options
      ? [...one.options].some((option) => option.selected !== option.defaultSelected)
      : one.value !== one.defaultValue;

/** What the person at the screen has begun to fill in, but for the form that was just sent. */
function begun(sent) {
  const controls = [...panel.querySelectorAll("input:not([type=hidden]), textarea, select")];
  return controls
    .filter((one) => one.form !== sent && isChanged(one) && mark(one))
    .map((one) => [mark(one), one.value, one.checked]);
}

/** What a fold is known by, also once it was drawn anew: its id, or its title. */
const known = (fold) => fold.id || fold.querySelector("summary").textContent;
const unfolded = () => [...panel.querySelectorAll("details[open]")].map(known);

/** Puts an answer in the place of what the panel shows. */
function draw(html, sent) {
  const focus = panel.contains(document.activeElement) && mark(document.activeElement);
  const [kept, open, top] = [begun(sent), new Set(unfolded()), window.scrollY];
  panel.replaceChildren(markup(html));
  for (const one of panel.querySelectorAll("details")) one.open ||= open.has(known(one));
  for (const [found, value, checked] of kept) {
    const control = panel.querySelector(found);
    if (control) Object.assign(control, control.type === "file" ? {} : { value, checked });
  }
  if (focus) panel.querySelector(focus)?.focus({ preventScroll: true });
  window.scrollTo(0, top);
  tellHours(panel);
}

/** Asks for the panel, and draws the newest answer only. */
async function load(url, options, sent) {
  const number = (asked += 1);
  try {
    const html = await part(url, options);
    if (html === null) location.assign(url);
    else if (number === asked) draw(html, sent);
  } catch {
    // Without network the panel stays as it is; the next change asks again.
  }
}

/** Which panel, and its choices: another place on the same page is not another one. */
const here = () => location.pathname + location.search;
let shown = here();

/** Shows the panel of the address, and says which one it is. */
async function show() {
  shown = here();
  for (const tab of document.querySelectorAll(TABS)) {
    const isHere = tab.pathname === location.pathname;
    if (!isHere) tab.removeAttribute("aria-current");
    else {
      tab.setAttribute("aria-current", "page");
      panel.setAttribute("aria-label", tab.textContent);
      document.title = `${tab.textContent} – Déclic`;
    }
  }
  await load(location.href);
}

// --- What the person at the screen does -----------------------------------------------------------

/** A form of the panel is sent, and its answer drawn, without leaving the page. */
function send(event) {
  const form = event.target;
  if (!panel?.contains(form) || form.hasAttribute("data-whole")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  const url = new URL(action, location.href);
  if (form.method === "post") {
    url.search = location.search;
    load(url, { method: "POST", body: fields }, form);
  } else {
    url.search = fields;
    history.replaceState(null, "", url);
    shown = here();
    load(url, {}, form);
  }
}

/** Tabs, and links of a panel to a panel, leave the conversation where it is. */
async function follow(event) {
  const link = event.target.closest(`${TABS}, [data-panel] a[href]:not([download], [target])`);
  const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !isPlain || !panel || event.defaultPrevented) return;
  const panels = [...document.querySelectorAll(TABS)].map((tab) => tab.pathname);
  if (![location.pathname, ...panels].includes(link.pathname) || link.hash) return;
  if (link.origin !== location.origin) return;
  event.preventDefault();
  const isInPanel = panel.contains(link);
  history.pushState(null, "", link.href);
  await show();
  if (!isInPanel) return;
  panel.scrollIntoView();
  panel.tabIndex = -1;
  panel.focus();
}

// --- What happens by itself -----------------------------------------------------------------------

const UNIVERSAL = /(\d\d)\/(\d\d)\/(\d{4}) à (\d\d:\d\d) \(UTC\)/;

/** Hours as they are at this place; without a script the page tells them as universal time. */
function tellHours(root) {
  const told = (at, dateStyle) =>
    new Date(at).toLocaleString("fr", { dateStyle, timeStyle: "short" });
  for (const time of root.querySelectorAll("time[datetime$=Z]")) {
    time.textContent = told(time.dateTime, "long");
  }
  // An option holds no element.
  for (const option of root.querySelectorAll("option")) {
    option.text = option.text.replace(UNIVERSAL, (_, day, month, year, hour) =>
      told(`${year}-${month}-${day}T${hour}Z`, "short"),
    );
  }
}

/** The conversation went on: the panel and the open questions follow, a moment later. */
function refresh() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    load(location.href);
    for (const one of document.querySelectorAll("[data-refresh]")) fill(one);
  }, REFRESH_MS);
}

async function fill(element) {
  try {
    element.replaceChildren(markup(await part(element.dataset.refresh)));
  } catch {
    // The questions of a moment ago are still good ones.
  }
}

/** The way in is put away once the person is there. */
function live({ detail }) {
  const way = document.querySelector("#way-in");
  if (detail.isPersonHere && way && !way.dataset.used) {
    way.open = false;
    way.dataset.used = "yes";
  }
  if (detail.isNews) refresh();
}

document.addEventListener("submit", send);
document.addEventListener("declic-live", live);
document.addEventListener("click", follow);
window.addEventListener("popstate", () => here() !== shown && show());
if (panel?.dataset.every) {
  const isByItself = !panel.hasAttribute("data-stay");
  const look = () => !document.hidden && load(location.href, { isByItself });
  setInterval(look, Number(panel.dataset.every) * 1000);
}
tellHours(document);
