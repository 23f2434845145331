"use strict";
// The page reads without this script; it only adds search, the filter and links that open a story.
const simple = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

for (const section of document.querySelectorAll(".stories")) {
  const stories = [...section.querySelectorAll(".story")];
  const words = new Map(stories.map((story) => [story, simple(story.textContent)]));
  const search = section.querySelector("input[type=search]");
  const only = section.querySelector("input[type=checkbox]");
  const nothing = section.querySelector(".nothing");
  const show = () => {
    const wanted = simple(search.value.trim());
    for (const story of stories) {
      const isMeant = words.get(story).includes(wanted);
      story.hidden = !isMeant || (only.checked && !story.classList.contains("changed"));
    }
    nothing.hidden = stories.some((story) => !story.hidden);
  };
  search.addEventListener("input", show);
  only.addEventListener("change", show);
  for (const button of section.querySelectorAll("[data-open]")) {
    button.addEventListener("click", () => {
      for (const story of stories) story.open = button.dataset.open === "yes";
    });
  }
  section.querySelector(".tools").hidden = false;
}

const openNamed = () => {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const story = named && named.closest(".story");
  if (story) {
    story.hidden = false;
    story.open = true;
    named.scrollIntoView({ block: "start" });
  }
};
addEventListener("hashchange", openNamed);
openNamed();
