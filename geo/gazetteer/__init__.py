"""What names may stand for: the only room that opens the built place data."""
