// The pictures of the kinds of work stand on the shelves by themselves, in the late style sheet. The rows of a search have
// another order than the shelves, so each is marked with the place of its work, which is known by its name.

const places = new Map();

/** Remembers the names on the shelves, and marks the rows of a search. */
export const show = ({ root }) => {
  for (const label of root.querySelectorAll(".hylle label")) places.set(label.textContent, label.htmlFor.slice(3));
  for (const row of root.querySelectorAll(".hyller > .rader > .valg")) {
    const place = places.get(row.querySelector("label")?.textContent) ?? "";
    if (row.dataset.bilde !== place) row.dataset.bilde = place;
  }
};
