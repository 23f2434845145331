/*
 * The form of an offer works without this: "Enregistrer et vérifier" draws what a fact asks for.
 * Here the choice of a fact does it at once.
 */

"use strict";

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-redraw]")) event.target.form.requestSubmit();
});
