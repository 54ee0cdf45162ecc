"""The corrections panel: choose an event or a name, say what it really is, undo and redo, look at the log."""
