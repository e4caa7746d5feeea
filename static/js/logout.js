// Whoever logs out leaves nothing unsaved behind in this window.
document.querySelector("main form").addEventListener("submit", () => sessionStorage.clear());
