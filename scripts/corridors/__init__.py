"""Steps of `scripts/build_corridors.py`: read the curated corridors, route their legs, draw their lines."""
