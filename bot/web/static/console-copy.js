/* The packet: copies the summary as it was edited, and prints the page. Without it both work by hand. */

"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = document.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      told.textContent = "Texte copié.";
    } catch {
      told.textContent = "La copie n’est pas permise ici. Sélectionnez le texte, puis copiez-le.";
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
