"""Steps of `scripts/build_basemap.py`: countries from Natural Earth, their topology, their labels."""
