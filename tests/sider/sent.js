// Puts a third guide into the page when asked, and keeps what the guides tell.
window.told = [];
for (const name of ["bus:klar", "bus:steg", "bus:utfall"]) {
  document.addEventListener(name, (event) => window.told.push({ name, detail: event.detail }));
}
window.insertLate = () => {
  const guide = document.createElement("bygg-uten-a-soke");
  guide.id = "c";
  document.getElementById("sent").append(guide);
};
