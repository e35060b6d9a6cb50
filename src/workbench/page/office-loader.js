/**
 * Stands where the pane's page names Microsoft's address: first the page around it, if there is one, becomes the host,
 * then the unmodified library runs. Written into the page, so that it runs before the scripts that follow.
 */
if (parent !== window && typeof parent.attachOffice === "function") parent.attachOffice(window);
document.write('<script src="/office/office.js"></script>');
