/*
 * The console works as plain pages. This script spares their reloading: a panel is fetched alone
 * and put in the place of the one on screen, which keeps its focus, its open parts and its scroll.
 *
 * The server escapes all that it puts into a page; only its own answers are taken for markup.
 */

"use strict";

const trusted = window.trustedTypes?.createPolicy("declic-console", { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};

/** The query of what is on screen: going back to another one is a page to load. */
let shown = location.search;

/** The answer to a request for a part of a page; a session that is over leads to the login. */
async function part(url, options = {}) {
  const response = await fetch(url, { ...options, headers: { "Declic-Part": "1" } });
  if (response.status === 401) location.reload();
  return trusted.createHTML(await response.text());
}

/** How to find an element again in a panel that was drawn anew. */
function mark(element) {
  if (element?.id) return `#${CSS.escape(element.id)}`;
  if (element?.name) return `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  return null;
}

/** Puts `html` in the place of what a panel shows; what was open or had the focus still does. */
function draw(panel, html) {
  const focus = panel.contains(document.activeElement) && mark(document.activeElement);
  const open = [...panel.querySelectorAll("details[open][id]")].map((one) => one.id);
  const template = document.createElement("template");
  template.innerHTML = html;
  panel.replaceChildren(template.content);
  for (const id of open) panel.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  if (focus) panel.querySelector(focus)?.focus();
}

/** A form of a panel is sent, and its answer drawn, without leaving the page. */
async function send(event) {
  const panel = event.target.closest("[data-panel]");
  const form = event.target;
  if (!panel || form.hasAttribute("data-whole")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "post") {
    const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action");
    draw(panel, await part(action + location.search, { method: "POST", body: fields }));
  } else {
    const url = new URL(form.action);
    url.search = fields;
    history.replaceState(null, "", url);
    shown = location.search;
    draw(panel, await part(url));
  }
}

/** A link of a panel that leads to the same panel is drawn there too, and can be gone back from. */
async function follow(event) {
  const link = event.target.closest("[data-panel] a[href]:not([download])");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname || url.hash) return;
  event.preventDefault();
  const panel = link.closest("[data-panel]");
  const html = await part(url);
  history.pushState(null, "", url);
  shown = location.search;
  draw(panel, html);
  panel.scrollIntoView();
  panel.tabIndex = -1;
  panel.focus();
}

/** A panel that changes by itself is asked for again; what the network loses comes the next time. */
for (const panel of document.querySelectorAll("[data-panel][data-every]")) {
  const again = () => part(location.href).then((html) => draw(panel, html), () => {});
  setInterval(again, 1000 * panel.dataset.every);
}

document.addEventListener("submit", send);
document.addEventListener("click", follow);
window.addEventListener("popstate", () => {
  if (location.search !== shown) location.reload();
});
