// Sees the guide's button in the first picture in which there is one.
const look = () => {
  const button = document.querySelector("bygg-uten-a-soke")?.shadowRoot?.querySelector(".ds-button");
  if (button) window.seen = getComputedStyle(button).backgroundColor;
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
