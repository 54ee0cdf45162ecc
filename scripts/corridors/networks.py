"""Routes on the rail and road graphs (OpenStreetMap, from scgraph-data) and the sea graph (searoute), offline."""

from __future__ import annotations

import math
import warnings
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import searoute
import shapely
from scgraph.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridors.curated import Leg, Node

Points = list[tuple[float, float]]  # (lon, lat), degrees

#: The graphs end at some borders and gauges: their components are joined across gaps up to this long.
GAP_KM = 3.0
JOIN_PENALTY = 1.5
KM_PER_DEGREE = 111.2
EARTH_KM = 6371.0
#: searoute keeps ships out of these unless told otherwise; a leg decides by where it is.
ARCTIC_LATITUDE = 66.0


class Network:
    """A graph of tracks or roads, its components joined across small gaps."""

    def __init__(self, graph: list[dict[int, float]], positions: Sequence[Sequence[float]]) -> None:
        self.graph = graph
        self.positions = np.asarray(positions)  # rows of (lat, lon)
        self.points = shapely.points(self.positions[:, ::-1])
        self.tree = shapely.STRtree(self.points)
        self._join()

    def _join(self) -> None:
        component = _components(self.graph)
        left, right = self.tree.query(self.points, predicate="dwithin", distance=GAP_KM / KM_PER_DEGREE)
        apart = component[left] != component[right]
        for start, end in zip(left[apart].tolist(), right[apart].tolist(), strict=True):
            gap = distance(self.positions[start], self.positions[end])
            self.graph[start][end] = self.graph[end][start] = gap * JOIN_PENALTY

    def snap(self, node: Node) -> tuple[int, float]:
        """Return the nearest vertex and its distance in km."""
        index = int(self.tree.nearest(shapely.Point(node.lon, node.lat)))
        return index, distance((node.lat, node.lon), self.positions[index])

    def route(self, leg: Leg) -> tuple[Points, float]:
        """Return the shortest way and the longer of the two snaps in km."""
        start, first = self.snap(leg.start)
        end, last = self.snap(leg.end)
        goal = self.positions[end]

        def ahead(vertex: int, _goal: int) -> float:
            return distance(self.positions[vertex], goal)

        path = Graph.a_star(self.graph, start, end, ahead)["path"]
        return [(lon, lat) for lat, lon in self.positions[path].tolist()], max(first, last)


def _components(graph: list[dict[int, float]]) -> np.ndarray:
    component = np.full(len(graph), -1)
    for seed in range(len(graph)):
        if component[seed] >= 0:
            continue
        component[seed], stack = seed, [seed]
        while stack:
            for other in graph[stack.pop()]:
                if component[other] < 0:
                    component[other] = seed
                    stack.append(other)
    return component


@lru_cache(maxsize=2)
def network(mode: str) -> Network:
    """Return the graph of ``mode`` ("rail" or "road")."""
    module = import_module({"rail": "scgraph_data.world_railways", "road": "scgraph_data.world_highways"}[mode])
    geograph: Any = next(value for name, value in vars(module).items() if name.endswith("_geograph"))
    return Network(geograph.graph, geograph.nodes)


def sea(leg: Leg) -> tuple[Points, float]:
    """Return the way by sea between the two ports, ends at the ports themselves."""
    start, end = (leg.start.lon, leg.start.lat), (leg.end.lon, leg.end.lat)
    arctic = max(start[1], end[1]) > ARCTIC_LATITUDE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its port look-up warns on points far from ports, which ours are not asked for
        found = searoute.searoute(start, end, restrictions=[] if arctic else ["northwest"], append_orig_dest=True)
    return [(lon, lat) for lon, lat in found["geometry"]["coordinates"]], 0.0


def distance(here: Sequence[float], there: Sequence[float]) -> float:
    """Return the great-circle distance in km between two (lat, lon)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*here, *there))
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
