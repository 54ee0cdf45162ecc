"""Export: layers and analyses as files that other programs read."""
