// Comfort for the grid of a list: Escape puts back what the file said (or what the page showed), a changed cell says so.
"use strict";

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("[data-sheet] input");
  if (!cell || event.key !== "Escape") return;
  cell.value = cell.dataset.typed || cell.defaultValue;
  event.preventDefault();
});

document.addEventListener("input", (event) => {
  const cell = event.target.closest("[data-sheet] input");
  if (cell) cell.size = Math.min(Math.max(cell.value.length, 8), 40);
});
