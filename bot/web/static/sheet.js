// The button to print, which without scripts would do nothing: the browser's own menu prints too.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
