"""How does an answer look to a person at a terminal? One painter a result."""
