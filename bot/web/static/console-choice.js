/*
 * A list of stories to tick: one tick takes or leaves a whole group, words hide what does not have
 * them, and what is chosen is counted, with what it costs (data-times: of one story). Without it the
 * server reads the same ticks.
 */

"use strict";

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

for (const list of document.querySelectorAll("[data-choice]")) {
  const groups = [...list.querySelectorAll("details")];
  const stories = (part) => [...part.querySelectorAll("[name=histoire]")];
  const whole = (group) => group.querySelector("[name=groupe]");
  const told = (one) => one.querySelector("[data-count]");

  /** What each group and the whole list have, in figures and in the tick of the group. */
  const count = () => {
    for (const group of groups) {
      const [all, ticked] = [stories(group), stories(group).filter((one) => one.checked)];
      whole(group).checked = ticked.length === all.length;
      whole(group).indeterminate = ticked.length > 0 && ticked.length < all.length;
      told(group).textContent = `${ticked.length} sur ${all.length}`;
    }
    const chosen = stories(list).filter((one) => one.checked).length;
    const words = chosen > 1 ? "histoires choisies" : "histoire choisie";
    list.querySelector("[data-chosen]").textContent = `${chosen} ${words}`;
    for (const one of list.closest("form").querySelectorAll("[data-times]")) {
      one.textContent = Math.ceil(chosen * Number(one.dataset.times));
    }
  };

  list.addEventListener("change", ({ target }) => {
    const group = target.closest("details");
    if (target.name === "groupe") for (const one of stories(group)) one.checked = target.checked;
    const choice = document.querySelector("[name=quoi][value=choisies]");
    if (choice && /^(groupe|histoire)$/.test(target.name)) choice.checked = true;
    count();
  });

  const search = list.querySelector("[type=search]");
  search.closest("p").hidden = false;
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  search.addEventListener("input", () => {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    for (const group of groups) {
      for (const one of stories(group)) {
        const text = fold(one.closest("label").textContent);
        one.closest("p").hidden = !words.every((word) => text.includes(word));
      }
      const isFound = stories(group).some((one) => !one.closest("p").hidden);
      group.hidden = !isFound;
      if (words.length) group.open = isFound;
    }
  });

  for (const group of groups) {
    if (whole(group).checked) for (const one of stories(group)) one.checked = true;
  }
  count();
}
