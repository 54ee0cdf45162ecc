"""Text alone: folding with an offset map, script and language, sentences."""
