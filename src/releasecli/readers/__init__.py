"""Where does text come from? One module a format, bytes to documents."""
