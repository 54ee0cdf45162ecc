"""How legs become lines: great circles by hand, cuts at 180°, absurd routes refused."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("scgraph_data", reason="the corridors are routed with the data group")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from corridors import curated, drawing, networks


def leg(start, end, *, by_hand=True, mode="pipeline"):
    return curated.Leg(curated.Node("a", *start), curated.Node("b", *end), mode, "operating", by_hand)


def test_a_leg_by_hand_follows_the_great_circle():
    (line,) = drawing.draw(leg((50.0, 0.0), (50.0, 90.0)))
    assert line[0] == [0.0, 50.0]
    assert line[-1] == [90.0, 50.0]
    assert max(lat for _, lat in line) > 58


def test_a_leg_over_180_degrees_is_cut():
    lines = drawing.draw(leg((60.0, 170.0), (60.0, -170.0)))
    assert len(lines) == 2
    assert {abs(lines[0][-1][0]), abs(lines[1][0][0])} == {180.0}
    assert all(-180 <= lon <= 180 for line in lines for lon, _ in line)


def test_distance_of_a_degree():
    assert networks.distance((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("points", "snap"),
    [([(0.0, 0.0), (0.0, 2.0), (1.0, 0.0)], 0.0), ([(0.0, 0.0), (1.0, 0.0)], 16.0)],
    ids=["detour", "far from the node"],
)
def test_an_absurd_route_is_refused(monkeypatch, points, snap):
    class Detour:
        def route(self, _leg):
            return points, snap

    monkeypatch.setattr(networks, "network", lambda _mode: Detour())
    with pytest.raises(drawing.AbsurdRouteError, match="rail:a"):
        drawing.draw(leg((0.0, 0.0), (0.0, 1.0), by_hand=False, mode="rail"))


def test_components_are_joined_across_small_gaps_only():
    graph = [{1: 1.0}, {0: 1.0}, {3: 1.0}, {2: 1.0}, {}]
    near = networks.GAP_KM / networks.KM_PER_DEGREE * 0.9
    network = networks.Network(graph, [(0, 0), (0, 0.1), (0, 0.1 + near), (0, 0.3), (5, 5)])
    way, snap = network.route(leg((0.0, 0.0), (0.0, 0.3), by_hand=False, mode="rail"))
    assert [round(lon, 2) for lon, _ in way] == [0.0, 0.1, 0.12, 0.3]
    assert snap == 0
    assert network.graph[4] == {}


def test_curated_files_that_break_a_rule_say_which(tmp_path):
    (tmp_path / "x.yml").write_text("- {id: corridor:x, class: rail, status: planned}\n", encoding="utf-8")
    with pytest.raises(curated.CuratedError, match=r"x\.yml: corridor:x: no \['branches', 'members', 'sources'\]"):
        curated.corridors(tmp_path)
