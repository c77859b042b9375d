"""How does an answer look in a file that people share? One module a form; each writes a `Sheet`."""
