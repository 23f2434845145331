/*
 * What is typed on a page of a crash test, and not sent, is there again when the page is loaded again. It
 * stays in this tab, until the next step.
 */

"use strict";

const KEY = "declic-essai";
const form = document.querySelector("[data-draft]");

function keep() {
  const typed = Object.fromEntries(new FormData(form));
  sessionStorage.setItem(KEY, JSON.stringify({ page: form.action, step: form.dataset.draft, typed }));
}

/** Fills in what was kept of this step; of any other, it goes. */
function fill() {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  if (!form || kept.step !== form.dataset.draft || kept.page !== form.action) {
    sessionStorage.removeItem(KEY);
    return;
  }
  for (const [name, value] of Object.entries(kept.typed)) {
    const field = form.elements[name];
    if (field) field.value = value;
  }
}

fill();
form?.addEventListener("input", keep);
